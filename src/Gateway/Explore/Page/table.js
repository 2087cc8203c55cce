// The numbers themselves: the alternative to the chart, and the source of the CSV.
import { h } from './dom.js';
import { iso, long, time, words } from './format.js';

const MOST = 500;

/** A frame as columns and rows. */
export function tableOf(frame) {
  if (frame.kind !== 'time')
    return { columns: frame.columns, rows: frame.rows, label: frame.label, split: frame.split, tables: frame.tables, isList: frame.isList };
  const x = [...new Set(frame.series.flatMap((each) => each.x))].sort((a, b) => a - b);
  const step = x.length > 1 ? Math.min(...x.slice(1).map((each, i) => each - x[i])) : 3600;
  const bySeries = frame.series.map((each) => new Map(each.x.map((at, i) => [at, { value: each.values[i], complete: each.complete[i] }])));
  return {
    columns: [
      { name: 'time', time: true, step },
      ...frame.series.map((each) => ({ name: each.name, numeric: true, unit: frame.unit })),
      { name: 'complete' },
    ],
    rows: x
      .map((at) => {
        const cells = bySeries.map((each) => each.get(at));
        return [at, ...cells.map((cell) => cell?.value ?? null), cells.every((cell) => cell === undefined || cell.complete)];
      })
      .reverse(),
  };
}

export function tableElement(table, caption) {
  const cell = (column, value) =>
    value === null || value === undefined
      ? '–'
      : column.time
        ? time(value, column.step)
        : typeof value === 'number'
          ? long(value, column.unit)
          : column.name === 'complete' && typeof value === 'boolean'
            ? value
              ? 'yes'
              : 'not yet'
            : String(value);
  return h(
    'div',
    { class: 'table-scroll', role: 'region', tabindex: '0', 'aria-label': caption },
    h(
      'table',
      {},
      h('caption', { class: 'visually-hidden' }, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ...table.columns.map((column) =>
            h(
              'th',
              { scope: 'col', class: column.numeric ? 'number' : undefined, title: column.name },
              column.time ? 'time (UTC)' : words(column.name),
            ),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        ...table.rows
          .slice(0, MOST)
          .map((row) =>
            h(
              'tr',
              { class: row.at(-1) === false && table.columns.at(-1).name === 'complete' ? 'running' : undefined },
              ...row.map((value, index) =>
                index === (table.label ?? 0)
                  ? h('th', { scope: 'row', class: table.columns[index].numeric ? 'number' : undefined }, cell(table.columns[index], value))
                  : h('td', { class: table.columns[index].numeric ? 'number' : undefined }, cell(table.columns[index], value)),
              ),
            ),
          ),
      ),
    ),
    table.rows.length > MOST && h('p', { class: 'note' }, `The first ${MOST} of ${table.rows.length} rows; the CSV has all.`),
  );
}

/** RFC 4180. A text that a spreadsheet would take for a formula begins with an apostrophe. */
export function csv(table) {
  const field = (value) => {
    if (value === null || value === undefined) return '';
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return (
    [
      table.columns.map((column) => field(column.name)),
      ...table.rows.map((row) => row.map((value, index) => field(table.columns[index].time ? iso(value) : value))),
    ]
      .map((row) => row.join(','))
      .join('\r\n') + '\r\n'
  );
}
