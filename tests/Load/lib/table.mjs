// Where to be against what was seen.
import { flatness, slope, straight } from './growth.mjs';

const mib = 2 ** 20;
const number = (value, digits = 2) => (Number.isFinite(value) ? value.toFixed(digits) : 'not measured');

/** A row: what it is about, what is wanted, what was seen, and whether that is enough; null where nothing was seen. */
const row = (what, wanted, seen, met) => ({ what, wanted, seen, met: seen.startsWith('not measured') ? null : met });
const atLeast = (what, least, value, unit = '') => row(what, `at least ${least}${unit}`, `${number(value)}${unit}`, value >= least);
const atMost = (what, most, value, unit = '', digits = 2, beside = '') =>
  row(what, `at most ${most}${unit}`, Number.isFinite(value) ? `${number(value, digits)}${unit}${beside}` : 'not measured', value <= most);

const titles = {
  small: 'small',
  ct: 'CT, 3 series × 96 points',
  freshness: 'CT, 3 series × 96 points, with its age',
  spectrum: 'Spectrum, 24 intervals × 5 rows',
};

/** One row for each target of the suites that ran; `servers` are those that were asked for, `cases` the kinds of hits, where not all were. */
export function rows(results, { servers, cases }) {
  const asked = { has: (server) => servers.has(server), kinds: Object.keys(titles).filter((name) => !cases || cases.includes(name)) };
  return [
    ['hits', hitRows], ['fresh', freshRows], ['misses', missRows], ['start', startRows], ['native', nativeRows], ['memory', memoryRows], ['latency', latencyRows],
    ['growth', growthRows], ['hits', telemetryRows], ['hits', engineRows], ['hits', peerRows], ['misses', peerMissRows], ['memory', allocationRows],
  ].flatMap(([suite, of]) => (results[suite] ? of(results[suite], asked) : []));
}

const ofBare = { small: 0.85, ct: 0.8, freshness: 0.75, spectrum: 0.8 };

const hitRows = (hits, { has, kinds }) =>
  has('bare') ? kinds.map((name) => atLeast(`cache hit, ${titles[name]}: of bare Kestrel`, ofBare[name], hits[name]?.servers.bare?.gatewayOf.least)) : [];

const freshRows = ({ ofBare, commandsPerRequest, firstOfHit }) => [
  atLeast('hit in Redis, CT 3×96: of bare Kestrel', 0.25, ofBare?.least),
  // Under load: a few requests are sent, and not answered, when a window ends.
  row('hit in Redis: commands of Redis for each', '1', number(commandsPerRequest), Math.abs(commandsPerRequest - 1) < 0.05),
  atMost('first answer of a fresh entry, CT 3×96: times the CPU of a hit, without the reading of Redis', 2.5, firstOfHit),
];

const missRows = (misses, { has }) =>
  has('bare')
    ? ['small', 'spectrum'].map((name) =>
        atMost(`miss with an instant upstream, ${titles[name]}: times the CPU of bare Kestrel that makes the same call`, 2, 1 / misses[name]?.servers.bare?.gatewayOf.cpu))
    : [];

function startRows({ starts, warm, ofBare }, { has }) {
  const seconds = warm?.gateway?.seconds;
  const told = (server) => `${server.seconds ?? `more than ${server.most}`} s`;
  const bare = warm?.bare ? ` (bare Kestrel ${told(warm.bare)})` : '';
  return [
    ...(has('bare')
      ? [atMost('start to first right answer: of bare Kestrel just in time', 0.6, ofBare, '', 2, ` (${Math.round(starts?.gateway?.median)} and ${Math.round(starts?.bare?.median)} ms)`)]
      : []),
    row('load until 80 % of steady throughput', 'at most 1 s', seconds === undefined ? 'not measured' : `${told(warm.gateway)}${bare}`, seconds === 1),
  ];
}

const nativeRows = ({ hits }) =>
  ['small', 'ct'].map((name) => atLeast(`native, ${titles[name]}: steady throughput of a hit, of just in time`, 0.95, hits?.[name]?.nativeOf.least));

function memoryRows({ resident }) {
  const beside = (of) => (resident?.bare ? ` (bare Kestrel ${number(resident.bare[of] / mib, 0)})` : '');
  return [
    atMost('resident memory at idle, default settings', 45, resident?.gateway?.idle / mib, ' MB', 0, beside('idle')),
    atMost('resident memory under load, default settings', 110, resident?.gateway?.underLoad / mib, ' MB', 0, beside('underLoad')),
  ];
}

const latencyRows = (latency) =>
  ['small', 'ct'].flatMap((name) =>
    ['p50', 'p99'].map((field) => {
      const { ofBare, servers } = latency[name] ?? {};
      const beside = servers ? ` (${Math.round(servers.gateway[field])} and ${Math.round(servers.bare[field])} µs)` : '';
      return atMost(`${field} at 70 % of capacity, ${titles[name]}: times bare Kestrel's at its own 70 %`, 1.5, ofBare?.[field], '', 2, beside);
    }));

const farthest = { points: 100_000, tokens: 10_000, connections: 1000, entries: 1_000_000 };

function growthRows(growth) {
  return Object.entries(farthest).map(([name, last]) => {
    const line = growth[name] ?? [];
    const what = name === 'points' ? 'a point in the largest answers costs, times one in small ones' : 'a request among all costs, times one alone';
    const [mine, bare] = ['cpu', 'bare'].map((of) => (line.length < 4 ? Number.NaN : (name === 'points' ? slope : flatness)(line, of)));
    const seen = `${number(mine)} (bare Kestrel ${number(bare)})`;
    const reached = line.at(-1)?.count ?? 0;
    const told = reached === last ? seen : `not measured beyond ${reached.toLocaleString('en')}${line.length < 4 ? '' : `: ${seen}`}`;
    return row(`growth, 1 to ${last.toLocaleString('en')} ${name}: ${what}`, `at most ${straight}`, told, mine <= straight);
  });
}

const telemetryRows = (hits, { has, kinds }) =>
  has('telemetry') && kinds.includes('small')
    ? [atMost('traces at 1 % and metrics on: CPU of a small hit, times that without', 1.25, hits.small?.servers.telemetry?.gatewayOf.cpu)]
    : [];

const engines = { hotchocolate: 'HotChocolate', 'graphql-dotnet': 'graphql-dotnet' };
const compared = ({ kinds }) => kinds.filter((name) => name !== 'freshness');

const engineRows = (hits, asked) =>
  Object.entries(engines)
    .filter(([server]) => asked.has(server))
    .flatMap(([server, title]) =>
      compared(asked).map((name) => atLeast(`cache hit, ${titles[name]}: times ${title}`, name === 'small' ? 1.5 : 8, hits[name]?.servers[server]?.gatewayOf.least)));

/** The best of the others, which are the peers from npm and those that somebody brought. */
const peerRows = (hits, asked) =>
  compared(asked).flatMap((name) => {
    const peers = Object.entries(hits[name]?.servers ?? {}).filter(([server]) => !['gateway', 'bare', 'telemetry', ...Object.keys(engines)].includes(server));
    if (peers.length === 0) return [];
    const [best, { gatewayOf }] = peers.reduce((one, other) => (other[1].gatewayOf.least < one[1].gatewayOf.least ? other : one));
    return [atLeast(`cache hit, ${titles[name]}: times the best other peer (${best})`, name === 'small' ? 1.3 : 5, gatewayOf.least)];
  });

const peerMissRows = (misses) =>
  Object.entries(misses)
    .filter(([, { servers }]) => servers.apollo)
    .map(([name, { servers }]) => atLeast(`miss with an instant upstream, ${titles[name]}: times Apollo's rate`, 3, servers.apollo.gatewayOf.rate));

function allocationRows({ allocation }) {
  const all = Object.values(allocation ?? {});
  if (all.length === 0) return [];
  return [
    atMost('allocation on a hit, the largest of all kinds', 2048, Math.max(...all.map(({ bytesPerRequest }) => bytesPerRequest)), ' B', 0),
    atMost('Gen 2 collections under load', 0, all.reduce((sum, { gen2 }) => sum + gen2, 0), '', 0),
  ];
}

/** `measured` says what was built: it heads the table. */
export function markdown(list, measured) {
  const verdict = { true: 'met', false: '**not met**', null: '–' };
  return [`| ${measured} | target | measured | |`, '|---|--:|--:|---|', ...list.map(({ what, wanted, seen, met }) => `| ${what} | ${wanted} | ${seen} | ${verdict[met]} |`)].join('\n');
}

/** Every server's own figures, for those who want to judge by themselves. */
export function details({ hits = {}, fresh = {}, misses = {}, start, native, latency = {}, growth = {} }) {
  const parts = [];
  const table = (head, align, lines) => lines.length > 0 && parts.push([head, align, ...lines].join('\n'));
  const cells = [];
  const profiled = new Map();
  const add = (what, server, cell) => {
    if (cell.profile) profiled.set(what, { ...profiled.get(what), [server]: cell.profile });
    cells.push(`| ${what} | ${server} | ${Math.round(cell.rate).toLocaleString('en')} | ${number(cell.cpu, 1)} | ${number(cell.p50 / 1000)} | ${number(cell.p99 / 1000)} | ${cell.windows} of ${cell.windows + cell.discarded} |`);
  };
  const each = (what, all) => Object.values(all).forEach(({ title, servers }) => Object.entries(servers).forEach(([server, cell]) => add(`${what}, ${title}`, server, cell)));
  each('hit', hits);
  for (const name of ['small', 'ct']) if (fresh[name]) for (const [which, cell] of Object.entries(fresh[name])) add(`hit in Redis, ${titles[name]}`, places[which], cell);
  each('miss', misses);
  each('native', native?.hits ?? {});
  table('| | server | req/s | CPU a request, µs | p50, ms | p99, ms | windows |', '|---|---|--:|--:|--:|--:|--:|', cells);
  table('| start to first right answer | ms, median |', '|---|--:|', Object.entries(start?.starts ?? {}).map(([server, { median }]) => `| ${server} | ${Math.round(median)} |`));
  table('| native | start to first right answer, ms | CPU of it, ms | resident then, MB |', '|---|--:|--:|--:|',
    Object.entries(native?.starts ?? {}).map(([server, { wall, cpu, resident }]) => `| ${server} | ${[wall, cpu, resident / mib].map((value) => number(value, 0)).join(' | ')} |`));
  table('| open loop | server | offered, req/s | answered | p50, µs | p99, µs | p99.9, µs |', '|---|---|--:|--:|--:|--:|--:|',
    Object.values(latency).flatMap(({ title, servers }) =>
      Object.entries(servers).map(([server, { offered, rate, p50, p99, p999 }]) => `| ${title} | ${server} | ${[offered, rate, p50, p99, p999].map((value) => number(value, 0)).join(' | ')} |`)));
  table('| growth | number | CPU a request, µs | bare Kestrel, µs |', '|---|--:|--:|--:|',
    Object.entries(growth).flatMap(([name, line]) => line.map(({ count, cpu, bare }) => `| ${name} | ${count.toLocaleString('en')} | ${number(cpu, 1)} | ${number(bare, 1)} |`)));
  for (const [what, servers] of profiled) {
    const names = Object.keys(servers);
    const all = new Set(names.flatMap((name) => Object.keys(servers[name])));
    const sum = (name) => Object.values(servers[name]).reduce((one, other) => one + other, 0);
    const line = (title, of) => `| ${[title, ...names.map((name) => number(of(name), 1))].join(' | ')} |`;
    table(`| ${what}: CPU a request, µs, by perf | ${names.join(' | ')} |`, `|---|${names.map(() => '--:|').join('')}`,
      [...[...all].map((component) => line(component, (name) => servers[name][component] ?? 0)), line('all', sum)]);
  }

  return parts.join('\n\n');
}

const places = { redis: 'gateway', hit: 'gateway, in memory', bare: 'bare' };
