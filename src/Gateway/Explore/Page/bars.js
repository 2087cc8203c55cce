// Bars for what has no time: one for each row, or one for each value of a column.
import { h } from './dom.js';
import { long, short, words } from './format.js';
import { colorOf } from './chart.js';

const MOST = 20;

/** What bars can show of a table: its numbers, or else how many rows have the same value. */
export function measures(table) {
  const numbers = table.columns.flatMap((column, index) => (column.numeric ? [{ name: column.name, index, unit: column.unit }] : []));
  const counts = table.columns.flatMap((column, index) => {
    const values = new Set(table.rows.map((row) => row[index]));
    return values.size > 1 && values.size <= Math.max(2, Math.min(12, table.rows.length / 2))
      ? [{ name: `rows by ${words(column.name)}`, index, count: true }]
      : [];
  });
  // Of a list of things, how many there are says more than a number that some of them have.
  return table.isList ? [...counts, ...numbers] : numbers.length ? numbers : counts;
}

/** `{ names, splits, values }` of a measure: a bar for each name and split. */
function barsOf(table, measure) {
  const splits = table.split === undefined ? [''] : [...new Set(table.rows.map((row) => row[table.split]))];
  const values = new Map();
  for (const row of table.rows) {
    const name = String((measure.count ? row[measure.index] : row[table.label]) ?? 'none');
    const at = values.get(name) ?? values.set(name, new Array(splits.length).fill(null)).get(name);
    const split = table.split === undefined ? 0 : splits.indexOf(row[table.split]);
    at[split] = (at[split] ?? 0) + (measure.count ? 1 : (row[measure.index] ?? 0));
  }
  return { splits, values: [...values] };
}

export function barChart(table, measure, { hidden, log }) {
  const { splits, values } = barsOf(table, measure);
  const shown = splits.map((split, index) => ({ split, index })).filter(({ split }) => !hidden.has(split));
  const sorted = values.sort((a, b) => Math.max(...b[1].map((each) => each ?? 0)) - Math.max(...a[1].map((each) => each ?? 0)));
  const numbers = sorted.flatMap(([, each]) => shown.map(({ index }) => each[index] ?? 0)).filter((each) => each > 0);
  const most = Math.max(0, ...numbers);
  const least = Math.min(most, ...numbers);
  const length = (value) =>
    !value || value < 0 ? 0 : log && most > least ? 8 + (92 * Math.log(value / least)) / Math.log(most / least) : (100 * value) / most;
  const list = h(
    'div',
    { class: 'bars', role: 'list', 'aria-label': `Bars: ${words(measure.name)}`, 'data-drawn': String(sorted.length) },
    ...sorted.slice(0, MOST).map(([name, each]) =>
      h(
        'div',
        { class: 'bar-row', role: 'listitem' },
        h('span', { class: 'bar-name', title: name }, name),
        h(
          'span',
          { class: 'bar-tracks' },
          ...shown.map(({ split, index }) => {
            const bar = h('span', { class: 'bar', 'aria-hidden': 'true' });
            bar.style.width = `${length(each[index])}%`;
            bar.style.background = colorOf(index);
            return h(
              'span',
              { class: 'bar-track' },
              h('span', { class: 'bar-space' }, bar),
              h(
                'span',
                { class: 'bar-value', title: long(each[index], measure.unit) },
                split !== '' && shown.length > 1 && h('span', { class: 'visually-hidden' }, `${split}: `),
                short(each[index], measure.unit),
              ),
            );
          }),
        ),
      ),
    ),
  );
  return {
    element: h(
      'div',
      {},
      list,
      sorted.length > MOST && h('p', { class: 'note' }, `The ${MOST} largest of ${sorted.length}; the table has all.`),
    ),
    splits,
    destroy() {},
  };
}
