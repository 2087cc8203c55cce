// The parts of an answer, and how they become one chart: those of several zones, and those of an earlier window.
import { merge } from './shapes.js';

/** The answers of a field, one for each zone: `{ name, answer, frames }`. Those that failed have no frames. */
export function partsOf(entry, shape, root, args) {
  const parents = entry.path.length === 1 ? [] : Array.isArray(root) ? root : [root];
  const nodes = entry.path.length === 1 ? [root] : parents.map((node) => node?.[entry.path[1].name]);
  const ids = parents.map((node) => node?.id);
  return nodes.map((node, index) => ({
    name: ids[index] ? short(ids[index], ids) : '',
    answer: node,
    frames: node ? shape.read(node, args) : undefined,
  }));
}

/** As much of an id as tells it from the others. */
function short(id, ids) {
  const isUnique = (part) => ids.filter((each) => part(each) === part(id)).length === 1;
  if (isUnique((each) => each.slice(0, 6))) return `${id.slice(0, 6)}…`;
  return isUnique((each) => each.slice(-4)) ? `${id.slice(0, 4)}…${id.slice(-4)}` : id;
}

/** Frames with those of an earlier window over them. */
export function compared(frames, earlier, shift) {
  if (earlier.length === 0) return frames;
  const name = `${shift} earlier`;
  return frames.map((frame, index) =>
    frame.kind === 'time' ? overlaid(frame, earlier[index], name) : beside(frame, earlier[index], name),
  );
}

function overlaid(frame, earlier, name) {
  const x = frame.series[0]?.x ?? [];
  const series = earlier.series.map((each) => {
    const moved = (x[0] ?? 0) - (each.x[0] ?? 0);
    const like = frame.series.findIndex((one) => one.name === each.name);
    return {
      ...each,
      name: `${each.name} · ${name}`,
      color: like < 0 ? undefined : like,
      moved,
      dashedLine: true,
      // Months differ in length: an interval is over the one that has its place.
      x: each.x.map((at, i) => x[i] ?? at + moved),
    };
  });
  return { ...frame, series: [...frame.series, ...series] };
}

function beside(frame, earlier, name) {
  const [table] = merge([
    { name: 'now', frames: [frame] },
    { name, frames: [earlier] },
  ]);
  return { ...table, columns: [{ name: 'window' }, ...table.columns.slice(1)] };
}
