// Lines and stacked areas over time, drawn by uPlot, which the page loads as a global.
import { h } from './dom.js';
import { long, short, time } from './format.js';

const { uPlot } = globalThis;

const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
export const colorOf = (index) => color(`--series-${(index % 10) + 1}`);

/** 24 hours, and the day below where it changes. */
const TIMES = [
  [31_536_000, '{YYYY}', null, null, null, null, null, null, 1],
  [2_419_200, '{MMM}', '\n{YYYY}', null, null, null, null, null, 1],
  [86_400, '{D} {MMM}', '\n{YYYY}', null, null, null, null, null, 1],
  [60, '{HH}:{mm}', '\n{D} {MMM} {YYYY}', null, '\n{D} {MMM}', null, null, null, 1],
];

/** All series on one axis of time. A series that has no point at a time of another one is undefined there, which is no gap. */
function align(series) {
  const x = [...new Set(series.flatMap((each) => each.x))].sort((a, b) => a - b);
  const index = new Map(x.map((each, at) => [each, at]));
  return {
    x,
    series: series.map((each) => {
      const values = new Array(x.length).fill(undefined);
      const complete = new Array(x.length).fill(true);
      each.x.forEach((at, i) => {
        values[index.get(at)] = each.values[i] ?? null;
        complete[index.get(at)] = each.complete[i] ?? false;
      });
      return { ...each, values, complete };
    }),
  };
}

/**
 * @param options `hidden` (names), `log`, `stacked`, `zoom` ([from, to] in seconds), `onZoom`, `say` for screen readers.
 */
export function chart(frame, options) {
  const box = h('div', {
    class: 'plot',
    tabindex: '0',
    role: 'group',
    'aria-roledescription': 'chart',
    'aria-label':
      `Chart of ${frame.series.length} series. Left and right arrows read the values, plus and minus zoom, Escape shows all. ` +
      'The table below has the same values.',
  });
  const tooltip = h('div', { class: 'tooltip', hidden: true });
  const shown = frame.series
    .map((each, index) => ({ ...each, color: colorOf(each.color ?? index) }))
    .filter((each) => !options.hidden.has(each.name));
  const aligned = align(shown);
  const { x } = aligned;
  if (x.length === 0) return { element: h('p', { class: 'empty' }, 'No series is shown. Choose one in the legend.'), destroy() {} };
  const step = x.length > 1 ? Math.min(...x.slice(1).map((each, i) => each - x[i])) : 3600;
  const ink = color('--ink-soft');
  const grid = color('--grid');
  const few = x.length < 3;

  let heights = aligned.series.map((each) => each.values);
  if (options.stacked) {
    const sum = new Array(x.length).fill(0);
    heights = heights.map((values) => values.map((value, i) => (sum[i] += value ?? 0)));
  } else if (options.log) {
    heights = heights.map((values) => values.map((value) => (value > 0 ? value : value === undefined ? undefined : null)));
  }

  const data = [x];
  const config = [{}];
  const bands = [];
  if (options.stacked) {
    data.push(new Array(x.length).fill(0));
    config.push({ stroke: 'transparent', points: { show: false } });
    aligned.series.forEach((each, i) => {
      data.push(heights[i]);
      config.push({ stroke: 'transparent', points: { show: false } });
      bands.push({ series: [config.length - 1, config.length - 2], fill: each.color + '59' });
    });
  }
  aligned.series.forEach((each, i) => {
    const { complete } = each;
    const values = heights[i];
    const last = values.findLastIndex((value) => value !== undefined);
    const isRunning = (at) =>
      !complete[at] || (at > 0 && !complete[at - 1] && values[at - 1] !== undefined) || (at < last && !complete[at + 1]);
    const solid = values.map((value, at) => (complete[at] ? value : value === undefined ? undefined : null));
    const dashed = values.map((value, at) => (value === undefined ? undefined : isRunning(at) ? value : null));
    const area = aligned.series.length === 1 && !options.log ? `${each.color}1f` : undefined;
    const line = { stroke: each.color, fill: area, width: 2, points: { show: few, size: 6, fill: each.color } };
    data.push(solid, dashed);
    config.push(line, { ...line, fill: undefined, dash: [5, 4], points: { show: few || undefined, size: 6 } });
    if (each.dashedLine) Object.assign(config[config.length - 2], { dash: [2, 3], width: 1.5 });
  });

  const valuesAt = (at) =>
    aligned.series
      .map((each) => ({ each, value: each.values[at], complete: each.complete[at] }))
      .filter(({ value }) => value !== undefined);
  const startOf = (each, at) => x[at] - (each.moved ?? 0);

  const fill = (at) => {
    const here = valuesAt(at).sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
    const rows = here
      .slice(0, 14)
      .map(({ each, value, complete }) =>
        h(
          'div',
          { class: 'tooltip-row' },
          swatch(each.color, each.dashedLine),
          h('span', { class: 'tooltip-name' }, each.name),
          h('strong', {}, long(value, frame.unit)),
          h('span', { class: 'tooltip-note' }, each.moved ? time(startOf(each, at), step) : complete ? '' : 'not complete'),
        ),
      );
    const total = here.reduce((sum, { value }) => sum + (value ?? 0), 0);
    tooltip.replaceChildren(
      h('div', { class: 'tooltip-time' }, time(x[at], step), step < 86_400 ? ' UTC' : ''),
      ...rows,
      ...(here.length > 14 ? [h('div', { class: 'tooltip-note' }, `and ${here.length - 14} more`)] : []),
      ...(options.stacked
        ? [
            h(
              'div',
              { class: 'tooltip-row total' },
              h('span', { class: 'tooltip-name' }, 'total'),
              h('strong', {}, long(total, frame.unit)),
            ),
          ]
        : []),
    );
  };

  const place = (plot) => {
    const { left, idx } = plot.cursor;
    tooltip.hidden = idx === null || idx === undefined || left < 0;
    if (tooltip.hidden) return;
    fill(idx);
    const over = plot.over.getBoundingClientRect();
    const outer = box.getBoundingClientRect();
    const at = over.left - outer.left + plot.valToPos(x[idx], 'x');
    const width = tooltip.offsetWidth;
    const toRight = at + 16 + width < outer.width;
    tooltip.style.left = `${Math.max(0, toRight ? at + 16 : at - 16 - width)}px`;
    tooltip.style.top = '8px';
  };

  let plot;
  const make = () =>
    new uPlot(
      {
        width: Math.max(240, box.clientWidth),
        height: box.clientWidth < 520 ? 260 : 360,
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
        legend: { show: false },
        cursor: {
          drag: { x: true, y: false, setScale: false },
          points: { size: 8, fill: (u, i) => u.series[i]._stroke ?? u.series[i].stroke() },
          y: false,
        },
        scales: {
          x: {
            time: true,
            range: (u, min, max) =>
              options.zoom && options.zoom[1] > min && options.zoom[0] < max
                ? options.zoom
                : min === max
                  ? [min - step, max + step]
                  : [min, max],
          },
          y: options.log && !options.stacked ? { distr: 3 } : { range: (u, min, max) => [Math.min(0, min), max <= 0 ? 1 : max * 1.06] },
        },
        axes: [
          {
            stroke: ink,
            grid: { show: false },
            ticks: { stroke: grid, size: 6 },
            values: TIMES,
            font: '12px system-ui',
            space: 64,
            gap: 6,
          },
          {
            stroke: ink,
            grid: { stroke: grid, width: 1 },
            ticks: { show: false },
            font: '12px system-ui',
            gap: 8,
            values: (u, splits) => splits.map((split) => (split === null ? '' : short(split, frame.unit))),
            size: (u, values) => 18 + 7 * Math.max(3, ...(values ?? []).map((value) => value.length)),
          },
        ],
        series: config,
        bands,
        hooks: {
          drawClear: [shadeRunning],
          setCursor: [place],
          setSelect: [
            (u) => {
              if (u.select.width > 4) zoomTo(u.posToVal(u.select.left, 'x'), u.posToVal(u.select.left + u.select.width, 'x'));
              u.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
            },
          ],
        },
      },
      data,
      box,
    );

  /** The times for which the numbers are not final. */
  function shadeRunning(u) {
    const at = x.findLastIndex((_, i) => aligned.series.some((each) => !each.moved && each.values[i] !== undefined && each.complete[i]));
    if (at < 0 || at >= x.length - 1) return;
    const left = Math.max(u.bbox.left, u.valToPos(x[at], 'x', true));
    u.ctx.save();
    u.ctx.fillStyle = color('--running');
    u.ctx.fillRect(left, u.bbox.top, Math.max(0, u.bbox.left + u.bbox.width - left), u.bbox.height);
    u.ctx.restore();
  }

  function zoomTo(from, to) {
    options.onZoom(to - from < step ? null : [Math.max(x[0], from), Math.min(x.at(-1), to)]);
  }

  let reading = -1;
  const keys = {
    ArrowLeft: () => read(reading < 0 ? x.length - 1 : Math.max(0, reading - 1)),
    ArrowRight: () => read(reading < 0 ? 0 : Math.min(x.length - 1, reading + 1)),
    Home: () => read(0),
    End: () => read(x.length - 1),
    Escape: () => options.onZoom(null),
    '+': () => scale(0.5),
    '=': () => scale(0.5),
    '-': () => scale(2),
  };
  function read(at) {
    reading = at;
    plot.setCursor({ left: plot.valToPos(x[at], 'x'), top: 10 });
    options.say(
      `${time(x[at], step)}: ${valuesAt(at)
        .map(({ each, value, complete }) => `${each.name} ${long(value, frame.unit)}${complete ? '' : ', not complete yet'}`)
        .join('; ')}`,
    );
  }
  function scale(by) {
    const { min, max } = plot.scales.x;
    const middle = reading >= 0 ? x[reading] : (min + max) / 2;
    const half = ((max - min) * by) / 2;
    if (middle - half <= x[0] && middle + half >= x.at(-1)) options.onZoom(null);
    else zoomTo(middle - half, middle + half);
  }
  box.addEventListener('keydown', (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  const resize = new ResizeObserver(() => {
    if (!box.isConnected || box.clientWidth === 0) return;
    if (plot) plot.setSize({ width: Math.max(240, box.clientWidth), height: box.clientWidth < 520 ? 260 : 360 });
    else {
      plot = make();
      box.append(tooltip);
      box.dataset.drawn = String(aligned.series.length);
    }
  });
  resize.observe(box);
  return {
    element: box,
    destroy() {
      resize.disconnect();
      plot?.destroy();
    },
  };
}

export function swatch(fill, isDotted) {
  const element = h('span', { class: isDotted ? 'swatch dotted' : 'swatch', 'aria-hidden': 'true' });
  element.style.background = isDotted ? `repeating-linear-gradient(90deg, ${fill} 0 2px, transparent 2px 4px)` : fill;
  return element;
}
