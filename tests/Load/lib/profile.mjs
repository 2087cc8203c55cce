// Where a server's CPU goes: samples of perf(1), by component, in microseconds a request.
import { rmSync } from 'node:fs';
import { artifacts } from './paths.mjs';
import { otherCore, run } from './processes.mjs';
import { measure } from './window.mjs';

/**
 * The first that fits counts. They are looked for in a symbol's name without punctuation: native code has names such as
 * `System_Net_Http_System_Net_Http_HttpConnection__SendAsync`, code compiled just in time `instance [System.Net.Http] System.Net.Http…`.
 */
const components = [
  ['garbage collector, allocation', /^(WKS|SVR)_|^Rh(p(New|Assign|Checked|ByRef|Gc|WriteBarrier)|New)|^JIT_|GCHeap|libclrgc/],
  ['Kestrel, sockets, pipelines', /^(Microsoft_AspNetCore_(Server|Connections)|System_IO_Pipelines|System_Net_Sockets|SystemNative_)/],
  ['HttpClient', /^(System_Net_|Microsoft_Extensions_Http_(?!Resilience|Diagnostics))/],
  ['ASP.NET Core', /^Microsoft_AspNetCore_/],
  ['Polly', /^(Polly|Microsoft_Extensions_(Http_)?(Resilience|Diagnostics))/],
  ['StackExchange.Redis', /^(StackExchange|RESPite|Pipelines_Sockets)/],
  ['engine', /^Gateway_GraphQL/],
  ['gateway: cache', /^Gateway_(Gateway_)?Caching/],
  ['gateway: upstream', /^Gateway_(Gateway_)?Upstream/],
  ['gateway: features', /^Gateway_(Gateway_)?(Spectrum|Radar|Columns)/],
  ['gateway: the rest', /^Gateway_/],
  ['cryptography, compression', /^(System_Security_Cryptography|CryptoNative|K4os)|lib(crypto|ssl)|inflate|deflate/],
  ['tasks, threads, timers', /System_Threading|CompilerServices_(Async|Task|ValueTask|Pooling|Configured)|^pthread|LowLevel/],
  ['copying', /mem(move|cpy|set|cmp)|Memmove|SpanHelpers/],
  ['kernel, libc', /^(libc\.|ld-linux|\[vdso)/],
  ['runtime: calls, casts', /^lib(coreclr|clrjit)|^stub_|^Rhp|_Runtime_(TypeCast|TypeLoader|CachedInterfaceDispatch)/],
];

/** Loads a server for `seconds` and gives its components with the microseconds a request that each takes, the largest first. */
export async function profile({ server, load }, seconds) {
  const file = `${artifacts}perf.data`;
  const recording = run('perf', ['record', '-q', '-e', 'cpu-clock', '-F', '1999', '-p', server.pid, '-o', file, '--', 'sleep', seconds].map(String), { core: otherCore });
  const [{ cpu }] = await Promise.all([measure(server, load, seconds), recording]);
  const report = await run('perf', ['report', '-i', file, '--sort', 'dso,symbol', '--fields', 'overhead,dso,symbol', '-t', '\t', '--stdio', '-q', '--percent-limit', '0'], { core: otherCore });
  rmSync(file);
  return byComponent(report, cpu);
}

/** Sums the lines of a report, each "12.3%\tobject\t[.] symbol", and multiplies them by the CPU of a request. */
export function byComponent(report, cpu) {
  const sums = {};
  for (const line of report.split('\n')) {
    const [percent, object, text] = line.split('\t').map((part) => part.trim());
    const [, ring, symbol] = /^\[(.)\]\s+(.*?)(?:\s+-)*$/.exec(text ?? '') ?? [];
    if (!symbol) continue;
    const component = ring === 'k' ? 'kernel, libc' : componentOf(symbol, object);
    sums[component] = (sums[component] ?? 0) + (Number.parseFloat(percent) / 100) * cpu;
  }

  return Object.fromEntries(Object.entries(sums).sort(([, one], [, other]) => other - one));
}

function componentOf(symbol, object) {
  // Of a method that was compiled just in time, the assembly stands in brackets before the type.
  const assembly = /\[([\w.]+)\] /.exec(symbol);
  const name = (assembly ? symbol.slice(assembly.index + 1) : symbol).replace(/[^A-Za-z0-9]+/g, '_');
  return components.find(([, pattern]) => pattern.test(name) || pattern.test(object))?.[0] ?? 'the rest of .NET';
}
