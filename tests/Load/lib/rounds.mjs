// Warm-up, and rounds in which all servers have their turn.
import { readlinkSync } from 'node:fs';
import { profile } from './profile.mjs';
import { measure } from './window.mjs';

const flat = 0.03;

/** The share of the longest warm-up before which a flat rate is no sign: code that waits for its last compilation is steady, too. */
const least = 2 / 3;

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of a field over the windows that count; not a number where none does. */
export function medianOf(windows, field) {
  const counted = windows.filter((window) => !window.discarded).map((window) => window[field]);
  return counted.length ? median(counted) : Number.NaN;
}

/** The largest distance of a number from their mean, as a share of it. */
export function spread(numbers) {
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  return Math.max(...numbers.map((number) => Math.abs(number - mean))) / mean;
}

/**
 * Loads until everything was asked for and three windows in a row differ by at most 3 %, but for at least two thirds of `options.warmup`,
 * and no longer than it; gives the rates that were seen.
 */
export async function warmUp(server, load, options, connections) {
  const begin = performance.now();
  const lasted = () => (performance.now() - begin) / 1000;
  const rates = [];
  do rates.push((await measure(server, load, options.seconds, connections)).rate);
  while (lasted() < options.warmup && (lasted() < options.warmup * least || load.sent < load.kinds || rates.length < 3 || spread(rates.slice(-3)) > flat));
  return rates;
}

/** A window that other processes left alone, or the quietest of several. */
export async function quiet(options, take) {
  let best;
  for (let tries = 0; tries < 4; tries++) {
    const window = await take();
    if (!best || window.noise < best.noise) best = window;
    if (best.noise <= options.noise) return best;
  }
  return { ...best, discarded: true };
}

/**
 * Measures servers side by side: in each round every one has `options.windows` windows. `cells` are { server, load, check }, where
 * `check` throws if an answer is wrong. Gives each cell its `rounds`: the windows that count, by round; with `options.profile` also its
 * `profile`, from a window after them.
 */
export async function measureRounds(cells, options, report) {
  for (const cell of cells) cell.rounds = [];
  for (let round = 0; round < options.rounds; round++) {
    for (const cell of cells) {
      await cell.check?.();
      const windows = [];
      for (let i = 0; i < options.windows; i++) windows.push(await quiet(options, () => measure(cell.server, cell.load, options.seconds)));
      await cell.check?.();
      cell.rounds.push(windows);
      report(`round ${round + 1}: ${cell.server.name} ${Math.round(median(windows.map((window) => window.rate)))} req/s`);
    }
  }

  if (!options.profile) return;
  for (const cell of cells) {
    try {
      // Of a program that Node runs, perf can't tell the parts.
      if (readlinkSync(`/proc/${cell.server.pid}/exe`).endsWith('/node')) continue;
      cell.profile = await profile(cell, options.seconds);
    } catch (error) {
      // perf can't attach while a thread ends.
      report(`no profile of ${cell.server.name}: ${error.message}`);
    }
  }
}

/** Medians over the windows of a cell that were quiet enough. */
export function summarise(cell) {
  const all = cell.rounds.flat();
  const windows = all.filter((window) => !window.discarded);
  const of = (field) => medianOf(windows, field);
  return {
    windows: windows.length,
    discarded: all.length - windows.length,
    rate: of('rate'),
    cpu: of('cpu'),
    busy: of('busy'),
    bytes: of('bytes'),
    p50: of('p50'),
    p99: of('p99'),
    profile: cell.profile,
  };
}

/**
 * How a cell compares with another of the same rounds: by rate, and by CPU a request, each the median over the rounds; above 1 the cell
 * is the better one. `least` is the lower of both: a generator that can't keep up would flatter the slower server by rate.
 */
export function compare(cell, other) {
  const ratios = (ratio) => {
    const rounds = cell.rounds.map((windows, i) => [windows, other.rounds[i] ?? []].map((list) => list.filter((window) => !window.discarded)));
    const usable = rounds.filter(([mine, theirs]) => mine.length && theirs.length);
    return usable.length ? median(usable.map(([mine, theirs]) => ratio(mine, theirs))) : Number.NaN;
  };
  const of = (windows, field) => median(windows.map((window) => window[field]));
  const rate = ratios((mine, theirs) => of(mine, 'rate') / of(theirs, 'rate'));
  const cpu = ratios((mine, theirs) => of(theirs, 'cpu') / of(mine, 'cpu'));
  return { rate, cpu, least: Math.min(rate, cpu) };
}
