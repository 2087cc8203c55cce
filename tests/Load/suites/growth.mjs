// How cost grows with the work: CPU a request over points, entries, tokens and connections.
import { ask, expectData } from '../lib/client.mjs';
import { cases, ever, ofPoints, tokens } from '../lib/requests.mjs';
import { median, quietWindow, warmUp } from '../lib/rounds.mjs';
import { launches, startInstantUpstream, startServer } from '../lib/servers.mjs';
import { measure, traffic } from '../lib/window.mjs';

const steps = (last) => Array.from({ length: Math.log10(last) + 1 }, (_, i) => 10 ** i);

/** Filling a cache with a million entries may take so long; what is not filled by then is not measured. */
const fillSeconds = 240;

/** Memory for everything that is asked for, and leases that outlast the run: neither eviction nor renewal is measured here. */
const roomy = {
  Cache__MemoryBytes: String(8 * 2 ** 30),
  Cache__AuthorizationLease: '00:10:00',
  Cloudflare__MaxResponseBytes: String(64 << 20),
  Cloudflare__MaxBufferedBytes: String(256 << 20),
  Cloudflare__Deadline: '00:02:00',
};

export async function run({ options, sandbox, say }) {
  const started = [];
  const results = {};
  try {
    const gateway = await startServer('gateway', launches.gateway(sandbox.url, roomy));
    started.push(gateway);
    await warmUp(gateway, traffic(tokens(32), cases.small.bodies), options);

    results.points = await curve(steps(100_000), async (count) => {
      const load = traffic(tokens(1), [ofPoints(count)]);
      const text = expectData(await ask(gateway.url, load.tokens[0], load.bodies[0]), 'gateway');
      const points = text.split('"start":').length - 1;
      if (points !== count) throw new Error(`${points} points came, not ${count}`);
      // Large answers need few connections to keep the server busy, and time to be enough of them.
      return count < 10_000 ? cost(gateway, load, options) : cost(gateway, load, { ...options, seconds: options.seconds * 3 }, 4);
    }, 'points', say);

    results.tokens = await curve(steps(10_000), async (count) => {
      const load = traffic(tokens(count), cases.ct.bodies.slice(0, 1));
      await sendAtLeast(gateway, load, count, fillSeconds);
      return cost(gateway, load, options);
    }, 'tokens', say);

    results.connections = await curve(steps(1000), (count) => cost(gateway, traffic(tokens(32), cases.ct.bodies), options, count), 'connections', say);

    // The last call of this probe is the one whose answer every entry gets.
    const body = ever.small.replace('@@@@@@@', '9999999');
    expectData(await ask(gateway.url, tokens(2)[1], body), 'gateway');
    const upstream = await startInstantUpstream(sandbox, 'upstream-growth');
    started.push(upstream);
    const full = await startServer('gateway-full', launches.gateway(upstream.url, roomy), body);
    started.push(full);
    await warmUp(full, traffic(tokens(1), [ever.small], 1), options);
    results.entries = await curve(steps(1_000_000), async (count) => {
      const load = traffic(tokens(1), [ever.small], count);
      await sendAtLeast(full, load, count, fillSeconds);
      return cost(full, load, options);
    }, 'entries', say);
  } finally {
    for (const server of started) await server.stop();
  }

  return results;
}

/** Measures each step; one that can't be measured ends the curve and is told. */
async function curve(counts, measureOne, name, say) {
  const line = [];
  for (const count of counts) {
    try {
      const cpu = await measureOne(count);
      line.push({ count, cpu });
      say.progress(`${count} ${name}: ${cpu.toFixed(1)} µs of CPU a request`);
    } catch (error) {
      say.missing(`growth over ${name} beyond ${line.at(-1)?.count ?? 0}: ${error.message}`);
      break;
    }
  }

  return line;
}

/** CPU a request in microseconds: the median of windows after one that does not count. */
async function cost(server, load, options, connections = 32) {
  await measure(server, load, options.seconds, connections);
  const windows = [];
  for (let i = 0; i < options.windows; i++) windows.push((await quietWindow(server, load, options, connections)).cpu);
  return median(windows);
}

/** Sends every request once and more. */
async function sendAtLeast(server, load, count, seconds) {
  const end = performance.now() + seconds * 1000;
  while (load.sent < count * 1.02) {
    if (performance.now() > end) throw new Error(`${load.sent} requests in ${seconds} s were too few`);
    await measure(server, load, count > 10_000 ? 5 : 1);
  }
}
