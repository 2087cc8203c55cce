// How cost grows with the work: CPU a request over points, entries, tokens and connections. Bare Kestrel sends the same answers beside it:
// what grows there too is not the gateway's.
import { ask, expectData } from '../lib/client.mjs';
import { cases, ever, ofPoints, tokens } from '../lib/requests.mjs';
import { medianOf, quiet, warmUp } from '../lib/rounds.mjs';
import { launches, startBare, startInstantUpstream, startServer } from '../lib/servers.mjs';
import { measure, traffic } from '../lib/window.mjs';

const steps = (last) => Array.from({ length: Math.log10(last) + 1 }, (_, i) => 10 ** i);

/** Filling a cache with a million entries may take so many times the longest warm-up; what is not filled by then is not measured. */
const patience = 12;

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
  const own = (server) => (started.push(server), server);
  const bareThat = async (name, gateway, body) => own(await startBare(`bare-${name}`, await ask(gateway.url, tokens(1)[0], body)));
  const results = {};
  try {
    const gateway = own(await startServer('gateway', launches.gateway(sandbox.url, roomy)));
    await warmUp(gateway, traffic(tokens(32), cases.small.bodies), options);

    results.points = await curve(steps(100_000), async (count) => {
      const load = traffic(tokens(1), [ofPoints(count)]);
      const answer = await ask(gateway.url, load.tokens[0], load.bodies[0]);
      const text = expectData(answer, 'gateway');
      const points = text.split('"start":').length - 1;
      if (points !== count) throw new Error(`${points} points came, not ${count}`);
      // Large answers need few connections to keep the server busy, and time to be enough of them.
      const [more, connections] = count < 10_000 ? [options] : [{ ...options, seconds: options.seconds * 3 }, 4];
      const bare = await startBare('bare-points', answer);
      try {
        for (const server of [gateway, bare]) await warmUp(server, { ...load }, { ...more, warmup: options.warmup / 6 }, connections);
        return await costs(gateway, bare, load, more, connections);
      } finally {
        await bare.stop();
      }
    }, 'points', say);

    const bare = await bareThat('ct', gateway, cases.ct.bodies[0]);
    await warmUp(bare, traffic(tokens(32), cases.ct.bodies), options);
    results.tokens = await curve(steps(10_000), async (count) => {
      const load = traffic(tokens(count), cases.ct.bodies.slice(0, 1));
      await sendAtLeast(gateway, load, count, options.warmup * patience);
      return costs(gateway, bare, load, options);
    }, 'tokens', say);

    results.connections = await curve(steps(1000), (count) => costs(gateway, bare, traffic(tokens(32), cases.ct.bodies), options, count), 'connections', say);

    // The last call of this probe is the one whose answer every entry gets.
    const body = ever.small.replace('@@@@@@@', '9999999');
    expectData(await ask(gateway.url, tokens(2)[1], body), 'gateway');
    const upstream = own(await startInstantUpstream(sandbox, 'upstream-growth'));
    const full = own(await startServer('gateway-full', launches.gateway(upstream.url, roomy), body));
    const small = await bareThat('small', full, body);
    await warmUp(small, traffic(tokens(1), [ever.small], 1), options);
    await warmUp(full, traffic(tokens(1), [ever.small], 1), options);
    results.entries = await curve(steps(1_000_000), async (count) => {
      const load = traffic(tokens(1), [ever.small], count);
      await sendAtLeast(full, load, count, options.warmup * patience);
      // A full collection of so many stops the process for seconds. It counts, and a window has to outlast it.
      return costs(full, small, load, count > 10_000 ? { ...options, seconds: options.seconds * 5 } : options);
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
      const { cpu, bare } = await measureOne(count);
      line.push({ count, cpu, bare });
      say.progress(`${count} ${name}: ${cpu.toFixed(1)} µs of CPU a request, bare Kestrel ${bare.toFixed(1)}`);
    } catch (error) {
      say.missing(`growth over ${name} beyond ${line.at(-1)?.count ?? 0}: ${error.message}`);
      break;
    }
  }

  return line;
}

/** CPU a request of both in microseconds: the median of windows in turns. */
async function costs(gateway, bare, load, options, connections = 32) {
  const cells = [gateway, bare].map((server) => ({ server, load: { ...load }, windows: [] }));
  for (let round = 0; round < options.rounds; round++)
    for (const { server, load, windows } of cells) windows.push(await quiet(options, () => measure(server, load, options.seconds, connections)));
  const [cpu, ofBare] = cells.map(({ windows }) => medianOf(windows, 'cpu'));
  // A curve without one of its points would be another curve.
  if (!(cpu > 0 && ofBare > 0)) throw new Error('no window was quiet');
  return { cpu, bare: ofBare };
}

/** Sends every request once and more. */
async function sendAtLeast(server, load, count, seconds) {
  const end = performance.now() + seconds * 1000;
  while (load.sent < count * 1.02) {
    if (performance.now() > end) throw new Error(`${load.sent} requests in ${seconds} s were too few`);
    await measure(server, load, count > 10_000 ? 5 : 1);
  }
}
