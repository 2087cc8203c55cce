// The chart of an answer, with its toolbar and legend, and the table below it.
import { barChart, measures } from './bars.js';
import { chart, colorOf, swatch } from './chart.js';
import { copy } from './code.js';
import { h, newId } from './dom.js';
import { words } from './format.js';
import { csv, tableElement, tableOf } from './table.js';

const find = (id) => document.getElementById(id);
let drawn;
let last;

/** Draws again what is shown, as after a change of the theme. */
export const redraw = () => last?.();

/**
 * @param frames What shapes.js read.
 * @param state The page's state, of which this changes metric, stacked, log, hidden, zoom and overlay.
 * @param options `stacked` (by default), `compare`, `changed(needsRun)`, `say`, `name`, `nextPage`.
 */
export function view(frames, state, options) {
  last = () => view(frames, state, options);
  const redraw = () => {
    options.changed();
    last();
  };
  const frame = overlaid(frames.find((each) => each.metric === state.metric) ?? frames[0], state);
  const isTime = frame.kind === 'time';
  const table = tableOf(frame);
  const subject =
    frame.kind === 'record' ? (frame.tables.find((each) => each.columns.some((column) => column.numeric)) ?? frame.tables[0]) : table;
  const offered = isTime || !subject ? [] : measures(subject);
  const measure = offered.find((each) => each.name === state.metric) ?? offered[0];
  const hidden = new Set(state.hidden ?? []);
  const stacked = state.stacked ?? options.stacked ?? false;

  drawn?.destroy();
  drawn = undefined;
  find('panel').hidden = false;
  const place = find('chart');
  if (isTime && frame.series.some((each) => each.x.length > 0)) {
    drawn = chart(frame, {
      hidden,
      stacked: stacked && frame.series.length > 1,
      log: state.log === true,
      zoom: state.zoom,
      say: options.say,
      onZoom: (zoom) => {
        state.zoom = zoom ?? undefined;
        redraw();
        find('chart').firstElementChild?.focus({ preventScroll: true });
      },
    });
  } else if (measure && subject.rows.length > 0) {
    drawn = barChart(subject, measure, { hidden, log: state.log === true });
  }
  place.replaceChildren(
    drawn?.element ??
      h(
        'p',
        { class: 'empty' },
        table.rows.length === 0
          ? 'No rows: Cloudflare has no data for this request.'
          : 'There is nothing to draw here: the table has it all.',
      ),
  );

  const keys = isTime ? frame.series : drawn?.splits?.length > 1 ? drawn.splits.map((name) => ({ name })) : [];
  find('legend').replaceChildren(
    ...(keys.length > 1
      ? legend(keys, hidden, (next) => {
          state.hidden = next;
          redraw();
        })
      : []),
  );
  find('toolbar').replaceChildren(...tools());

  function tools() {
    const choices = isTime ? frames.map((each) => each.metric).filter(Boolean) : offered.map((each) => each.name);
    return [
      choices.length > 1 &&
        select(
          'Show',
          choices.map((each) => [each, words(each)]),
          isTime ? frame.metric : measure?.name,
          (value) => {
            state.metric = value;
            redraw();
          },
        ),
      isTime &&
        frame.series.length > 1 &&
        h(
          'div',
          { class: 'segments', role: 'group', 'aria-label': 'Form' },
          toggle('Lines', !stacked, () => {
            state.stacked = false;
            redraw();
          }),
          toggle('Stacked', stacked, () => {
            state.stacked = true;
            redraw();
          }),
        ),
      drawn &&
        h(
          'div',
          { class: 'segments' },
          toggle(
            'Log',
            state.log === true && !(isTime && stacked && frame.series.length > 1),
            () => {
              state.log = !state.log;
              redraw();
            },
            isTime && stacked && frame.series.length > 1 ? 'Stacks have no log scale: choose lines' : 'Logarithmic scale',
          ),
        ),
      isTime &&
        frame.canOverlay &&
        h(
          'div',
          { class: 'segments' },
          toggle(
            'Overlay periods',
            state.overlay === true,
            () => {
              state.overlay = !state.overlay;
              state.zoom = undefined;
              redraw();
            },
            'Draw periods that begin at different times over each other',
          ),
        ),
      options.compare &&
        select(
          'Compare with',
          [
            ['', 'nothing'],
            ['24h', 'a day earlier'],
            ['7d', 'a week earlier'],
            ['28d', '4 weeks earlier'],
          ],
          state.compare ?? '',
          (value) => {
            state.compare = value || undefined;
            options.changed(true);
          },
        ),
      state.zoom &&
        isTime &&
        h(
          'button',
          {
            type: 'button',
            class: 'quiet',
            onclick: () => {
              state.zoom = undefined;
              redraw();
            },
          },
          'Reset zoom',
        ),
    ].filter(Boolean);
  }

  find('numbers').hidden = false;
  const file = `${options.name.replace(/\W+/g, '-')}.csv`;
  const text = () => csv(table);
  const copyButton = h('button', { type: 'button', class: 'quiet', onclick: () => copy(text(), copyButton, options.say) }, 'Copy CSV');
  const count =
    frame.totalCount !== undefined && frame.totalCount > table.rows.length
      ? `${table.rows.length} of ${frame.totalCount} rows`
      : `${table.rows.length} ${table.rows.length === 1 ? 'row' : 'rows'}`;
  find('table-actions').replaceChildren(
    ...[
      h('span', { class: 'note' }, count),
      frame.pageInfo?.hasNextPage &&
        h('button', { type: 'button', class: 'quiet', onclick: () => options.nextPage(frame.pageInfo.endCursor) }, 'Next page'),
      state.rows?.after && h('button', { type: 'button', class: 'quiet', onclick: () => options.nextPage(undefined) }, 'First page'),
      copyButton,
      h('button', { type: 'button', class: 'quiet', onclick: () => download(text(), file) }, 'Download CSV'),
    ].filter(Boolean),
  );
  find('table').replaceChildren(
    tableElement(table, `${options.name}: ${isTime && frame.metric ? words(frame.metric) : 'values'}`),
    ...(table.tables ?? []).flatMap((each) => [h('h3', {}, words(each.title)), tableElement(each, each.title)]),
  );
}

/** Series of other periods, such as a control period, drawn over the last one. */
function overlaid(frame, state) {
  if (frame?.kind !== 'time') return frame;
  const starts = frame.series.filter((each) => each.x.length > 0 && !each.moved).map((each) => each.x[0]);
  const latest = Math.max(...starts);
  const canOverlay = starts.some((start) => frame.series.some(({ x }) => x.length > 0 && start > (x[0] + x.at(-1)) / 2));
  if (!canOverlay || !state.overlay) return { ...frame, canOverlay };
  return {
    ...frame,
    canOverlay,
    series: frame.series.map((each) => {
      const moved = latest - (each.x[0] ?? latest);
      return moved === 0 ? each : { ...each, moved, dashedLine: true, x: each.x.map((at) => at + moved) };
    }),
  };
}

function legend(keys, hidden, change) {
  const names = keys.map((key) => key.name);
  return [
    ...keys.map(({ name, color, dashedLine }, index) => {
      const isShown = !hidden.has(name);
      const button = h(
        'button',
        {
          type: 'button',
          class: 'key',
          'aria-pressed': String(isShown),
          title: 'Click to hide or show; with Shift, it alone',
          onclick: (event) => {
            const next = new Set(hidden);
            if (event.shiftKey) {
              const isAlone = names.every((each) => (each === name) !== next.has(each));
              next.clear();
              if (!isAlone) names.filter((each) => each !== name).forEach((each) => next.add(each));
            } else if (isShown) next.add(name);
            else next.delete(name);
            change([...next]);
            find('legend').children[index]?.focus();
          },
        },
        swatch(colorOf(color ?? index), dashedLine),
        h('span', {}, name),
      );
      return button;
    }),
    hidden.size > 0 && h('button', { type: 'button', class: 'quiet', onclick: () => change([]) }, 'Show all'),
  ].filter(Boolean);
}

function toggle(text, pressed, onclick, title) {
  return h('button', { type: 'button', 'aria-pressed': String(pressed), onclick, title }, text);
}

export function select(label, options, value, change) {
  const id = newId();
  return h(
    'span',
    { class: 'tool' },
    h('label', { for: id }, label),
    h(
      'select',
      { id, onchange: (event) => change(event.target.value) },
      ...options.map(([each, text]) => h('option', { value: each, selected: each === value }, text)),
    ),
  );
}

function download(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

export function clear() {
  drawn?.destroy();
  drawn = undefined;
  last = undefined;
  for (const id of ['panel', 'numbers']) find(id).hidden = true;
}
