// Where to be against what was seen.
import { flatness, slope, straight } from './growth.mjs';

const mib = 2 ** 20;
const number = (value, digits = 2) => (Number.isFinite(value) ? value.toFixed(digits) : 'not measured');

/** A row: what it is about, what is wanted, what was seen, and whether that is enough; null where nothing was seen. */
const row = (what, wanted, seen, met) => ({ what, wanted, seen, met: seen.includes('not measured') ? null : met });
const atLeast = (what, least, value, unit = '') => row(what, `at least ${least}${unit}`, `${number(value)}${unit}`, value >= least);
const atMost = (what, most, value, unit = '', digits = 2) => row(what, `at most ${most}${unit}`, `${number(value, digits)}${unit}`, value <= most);

/** All rows for which something was measured. */
export function rows({ hits = {}, fresh = {}, misses = {}, start, memory, latency = {}, growth = {} }) {
  return [...hitRows(hits), ...freshRows(fresh), ...missRows(misses), ...startRows(start), ...memoryRows(memory), ...latencyRows(latency), ...growthRows(growth)];
}

const reach = { small: [0.8, 1.3], ct: [0.75, 5], spectrum: [0.75, 5] };

function hitRows(hits) {
  return Object.entries(hits).flatMap(([name, { title, servers }]) => {
    const found = [];
    const [ofBare, ofPeers] = reach[name] ?? [0.75];
    if (servers.bare) found.push(atLeast(`cache hit, ${title}: of bare Kestrel`, ofBare, servers.bare.gatewayOf.least));
    const peers = Object.entries(servers).filter(([server]) => !['gateway', 'bare', 'telemetry'].includes(server));
    if (ofPeers && peers.length > 0) {
      const [best, { gatewayOf }] = peers.reduce((one, other) => (other[1].gatewayOf.least < one[1].gatewayOf.least ? other : one));
      found.push(atLeast(`cache hit, ${title}: times the best peer (${best})`, ofPeers, gatewayOf.least));
    }
    if (servers.telemetry) found.push(atMost(`cache hit, ${title}: CPU with telemetry, times that without`, 1.25, servers.telemetry.gatewayOf.cpu));
    return found;
  });
}

function freshRows(fresh) {
  if (!fresh.ofBare) return [];
  return [
    atMost('first answer of a fresh entry, CT 3×96: times the CPU of the hit, without the reading of Redis', 3, fresh.firstOfHit),
    atLeast('hit from Redis, CT 3×96: of bare Kestrel', 0.2, fresh.ofBare.least),
  ];
}

const missRows = (misses) =>
  Object.values(misses)
    .filter(({ servers }) => servers.apollo)
    .map(({ title, servers }) => atLeast(`miss with an instant upstream, ${title}: times Apollo's rate`, 3, servers.apollo.gatewayOf.rate));

function startRows(start) {
  if (!start) return [];
  return [
    atMost('start to first correct answer', 0.3, start.starts.gateway.median / 1000, ' s'),
    row('load until 80 % of steady throughput', 'at most 5 s', start.warm.gateway.seconds === null ? 'more than 15 s' : `${start.warm.gateway.seconds} s`, start.warm.gateway.seconds !== null && start.warm.gateway.seconds <= 5),
  ];
}

function memoryRows(memory) {
  if (!memory) return [];
  const allocations = Object.values(memory.allocation);
  return [
    atMost('resident memory at idle, default settings', 75, memory.idle / mib, ' MB', 0),
    atMost('resident memory under load, default settings', 130, memory.underLoad / mib, ' MB', 0),
    atMost('allocation on a hit, the largest of all kinds', 2048, Math.max(...allocations.map(({ bytesPerRequest }) => bytesPerRequest)), ' B', 0),
    atMost('Gen 2 collections under load', 0, allocations.reduce((sum, { gen2 }) => sum + gen2, 0), '', 0),
  ];
}

const latencyRows = (latency) =>
  Object.values(latency).map(({ title, p50, p99 }) =>
    row(`p99 at 70 % of capacity, ${title}, open loop`, 'at most 5 times p50', `${number(p99 / p50, 1)} times (${Math.round(p50)} and ${Math.round(p99)} µs)`, p99 <= 5 * p50));

function growthRows(growth) {
  return Object.entries(growth).flatMap(([name, line]) => {
    const last = line.at(-1)?.count ?? 0;
    const found = name === 'points' ? slope(line) : flatness(line);
    if (!found) return [row(`growth, 1 to ${last} ${name}`, 'a straight line', 'not measured', false)];
    const what = name === 'points' ? 'a point costs as much in the largest answers as in small ones, times' : 'a request costs as much among all as alone, times';
    const met = name === 'points' ? found.ratio <= straight && found.ratio >= 1 / straight : found.ratio <= straight;
    return [row(`growth, 1 to ${last.toLocaleString('en')} ${name}: ${what}`, `at most ${straight}`, number(found.ratio), met)];
  });
}

export function markdown(list) {
  const verdict = { true: 'met', false: '**not met**', null: '–' };
  return ['| | target | measured | |', '|---|--:|--:|---|', ...list.map(({ what, wanted, seen, met }) => `| ${what} | ${wanted} | ${seen} | ${verdict[met]} |`)].join('\n');
}

/** Every server's own figures, for those who want to judge by themselves. */
export function details({ hits = {}, fresh = {}, misses = {}, start, native }) {
  const lines = [];
  const add = (what, server, cell) =>
    lines.push(`| ${what} | ${server} | ${Math.round(cell.rate).toLocaleString('en')} | ${number(cell.cpu, 1)} | ${number(cell.p50 / 1000)} | ${number(cell.p99 / 1000)} | ${cell.windows} of ${cell.windows + cell.discarded} |`);
  for (const { title, servers } of Object.values(hits)) for (const [server, cell] of Object.entries(servers)) add(`hit, ${title}`, server, cell);
  for (const name of ['small', 'ct']) if (fresh[name]) add(`hit in Redis, ${name === 'ct' ? 'CT, 3 series × 96 points' : 'small'}`, 'gateway', fresh[name].redis);
  for (const { title, servers } of Object.values(misses)) for (const [server, cell] of Object.entries(servers)) add(`miss, ${title}`, server, cell);
  if (lines.length > 0) lines.unshift('| | server | req/s | CPU a request, µs | p50, ms | p99, ms | windows |', '|---|---|--:|--:|--:|--:|--:|');
  if (start) lines.push('', '| start to first correct answer | ms, median |', '|---|--:|', ...Object.entries(start.starts).map(([server, { median }]) => `| ${server} | ${Math.round(median)} |`));
  if (native) lines.push('', ...nativeDetails(native));
  return lines.join('\n');
}

function nativeDetails({ starts, hits, nativeOf }) {
  const column = (list, digits = 0) => list.map((value) => (value === undefined ? '–' : number(value, digits)));
  const cells = ({ wall, cpu, resident }, hit) => column([wall, cpu, resident / mib, hit?.rate, hit?.cpu]).join(' | ');
  return [
    '| compiled | start to first correct answer, ms | CPU of it, ms | resident then, MB | small hits, req/s | CPU of a hit, µs |',
    '|---|--:|--:|--:|--:|--:|',
    ...Object.entries(starts).map(([server, values]) => `| ${server} | ${cells(values, hits[server])} |`),
    '',
    `Small hits, native of just in time: ${number(nativeOf.rate)} by rate, ${number(nativeOf.cpu)} by CPU a request.`,
  ];
}
