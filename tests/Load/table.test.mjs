// The table's own rules: what is met, what is not, and what nobody measured.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shipped } from './lib/build.mjs';
import { byComponent } from './lib/profile.mjs';
import { details, markdown, rows } from './lib/table.mjs';

const all = { servers: new Set(['gateway', 'bare', 'telemetry', 'graphql-dotnet', 'apollo']) };
const against = (least, cpu = least) => ({ rate: 1, cpu: 1, p50: 1, p99: 1, windows: 1, discarded: 0, gatewayOf: { rate: least, cpu, least } });
const verdicts = (list) => Object.fromEntries(list.map(({ what, met }) => [what, met]));

test('a suite that did not run has no rows', () => assert.deepEqual(rows({}, all), []));

test('a suite that failed has all its rows, and none is met', () => {
  const names = ['hits', 'fresh', 'misses', 'start', 'native', 'memory', 'latency', 'growth'];
  const list = rows(Object.fromEntries(names.map((name) => [name, {}])), all);
  assert.equal(list.length, 27);
  for (const { what, seen, met } of list) assert.deepEqual([seen.slice(0, 12), met], ['not measured', null], what);
});

test('hits are compared by what is worse for the gateway', () => {
  const small = { title: 'small', servers: { bare: against(0.85), telemetry: against(0.7, 1.26), 'graphql-dotnet': against(1.4), apollo: against(9) } };
  assert.deepEqual(verdicts(rows({ hits: { small } }, { ...all, cases: ['small'] })), {
    'cache hit, small: of bare Kestrel': true,
    'traces at 1 % and metrics on: CPU of a small hit, times that without': false,
    'cache hit, small: times graphql-dotnet': false,
    'cache hit, small: times the best other peer (apollo)': true,
  });
});

test('servers that were not asked for have no rows', () => {
  const list = rows({ hits: {}, misses: {}, start: {} }, { servers: new Set(['gateway']) });
  assert.deepEqual(list.map(({ what }) => what), ['load until 80 % of steady throughput']);
});

test('a miss costs at most twice the bare call', () => {
  const misses = { small: { servers: { bare: against(1, 0.5) } }, spectrum: { servers: { bare: against(1, 0.4) } } };
  assert.deepEqual(rows({ misses }, all).map(({ seen, met }) => [seen, met]), [['2.00', true], ['2.50', false]]);
});

test('one command of Redis for each hit, apart from those that a window cut off', () => {
  const met = (commandsPerRequest) => rows({ fresh: { ofBare: { least: 0.3 }, firstOfHit: 2.5, commandsPerRequest } }, all).map((row) => row.met);
  assert.deepEqual(met(1.01), [true, true, true]);
  assert.deepEqual(met(2), [true, false, true]);
});

test('the first second has to reach 80 %', () => {
  const seen = (seconds) => rows({ start: { warm: { gateway: { seconds, most: 15 }, bare: { seconds: 1 } } } }, all).at(-1);
  assert.deepEqual([seen(1).met, seen(1).seen], [true, '1 s (bare Kestrel 1 s)']);
  assert.equal(seen(2).met, false);
  assert.deepEqual([seen(null).met, seen(null).seen], [false, 'more than 15 s (bare Kestrel 1 s)']);
});

test('a curve counts where it reaches its end', () => {
  const curve = (last, cpu) => Array.from({ length: last + 1 }, (_, i) => ({ count: 10 ** i, cpu: cpu(10 ** i), bare: 1 }));
  const points = (line) => rows({ growth: { points: line } }, all)[0];
  assert.equal(points(curve(5, (count) => 20 + count * 0.05)).met, true);
  assert.equal(points(curve(5, (count) => 20 + count * (count > 1000 ? 0.1 : 0.05))).met, false);
  assert.deepEqual([points(curve(4, (count) => count)).met, points([]).met], [null, null]);
  assert.match(points(curve(4, (count) => 20 + count)).seen, /^not measured beyond 10,000: 1\.00/);
});

test('the commit heads the table', () => assert.match(markdown([], 'commit abc1234, clean tree, native'), /^\| commit abc1234, clean tree, native \| target /));

test('details have no empty tables', () => assert.equal(details({}), ''));

test('the Dockerfile says how the gateway is published', () => {
  const { way, args } = shipped();
  assert.equal(way, args.includes('-p:PublishAot=true') ? 'native' : 'jit');
  assert.ok(args.includes('Release'));
  // A variable of the image's build would not be known here.
  assert.ok(args.every((arg) => /^[\w:.=-]+$/.test(arg)), args.join(' '));
});

test('a profile is summed by component, whichever way the code was compiled', () => {
  const report = [
    ' 40.00%  \t[kernel.kallsyms]      \t[k] tcp_sendmsg_locked             \t-      -            ',
    '  20.00%\tGateway                \t[.] Gateway_Gateway_Caching_Leases__Find',
    '  10.00%\tGateway                \t[.] System_Net_Http_System_Net_Http_HttpConnection__SendAsync',
    '  10.00%\t[JIT] tid 9            \t[.] instance class [System.Runtime]System.IO.Stream [System.Net.Http] System.Net.Http.HttpConnection::SendAsync()[OptimizedTier1]',
    '  20.00%\tGateway                \t[.] WKS::gc_heap::mark_object_simple',
    '',
  ].join('\n');
  assert.deepEqual(byComponent(report, 50), { 'kernel, libc': 20, 'gateway: cache': 10, HttpClient: 10, 'garbage collector, allocation': 10 });
});

test('profiles stand side by side, with what only one of them has', () => {
  const cell = (profile) => ({ ...against(1), profile });
  const text = details({ hits: { small: { title: 'small', servers: { gateway: cell({ kernel: 9, engine: 1 }), bare: cell({ kernel: 8 }) } } } });
  assert.match(text, /\| hit, small: CPU a request, µs, by perf \| gateway \| bare \|\n\|---\|--:\|--:\|\n\| kernel \| 9.0 \| 8.0 \|\n\| engine \| 1.0 \| 0.0 \|\n\| all \| 10.0 \| 8.0 \|/);
});
