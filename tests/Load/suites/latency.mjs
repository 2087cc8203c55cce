// Latency at 70 % of capacity, in an open loop: requests come when they are due, whether or not earlier ones were answered. Bare Kestrel
// beside it, at 70 % of its own.
import { checkAnswers, recordAnswers } from '../lib/answers.mjs';
import { dll } from '../lib/build.mjs';
import { cases, tokens } from '../lib/requests.mjs';
import { median, medianOf, quiet, warmUp } from '../lib/rounds.mjs';
import { launches, startBare, startServer } from '../lib/servers.mjs';
import { measure, observe, traffic } from '../lib/window.mjs';

const share = 0.7;
const connections = 64;

export async function run({ options, sandbox, say }) {
  const callers = tokens(32);
  const gateway = await startServer('gateway', launches.gateway(sandbox.url));
  const started = [gateway];
  const results = {};
  try {
    for (const name of ['small', 'ct']) {
      const { title, bodies } = cases[name];
      const expected = await recordAnswers(gateway, cases[name], callers[0]);
      const bare = await startBare(`bare-${name}`, expected.first);
      started.push(bare);
      const cells = [];
      for (const server of [gateway, bare]) {
        const load = traffic(callers, bodies);
        await warmUp(server, load, options);
        cells.push({ server, load, windows: [] });
      }

      // Many windows, because a stop of the machine for some milliseconds makes a queue that decides the median of its second.
      for (let round = 0; round < options.rounds * 6; round++)
        for (const { server, load, windows } of cells) windows.push(await quiet(options, () => openLoop(server, load, options.seconds)));
      await checkAnswers(gateway, cases[name], expected, callers);
      const [mine, bares] = cells.map(({ windows }) => ({
        ...Object.fromEntries(['offered', 'rate', 'p50', 'p99', 'p999'].map((field) => [field, medianOf(windows, field)])),
        windows,
      }));
      results[name] = { title, servers: { gateway: mine, bare: bares }, ofBare: { p50: ratio(cells, 'p50'), p99: ratio(cells, 'p99') } };
      for (const [server, { offered, p50, p99 }] of Object.entries(results[name].servers))
        say.progress(`${title}: ${server} at ${Math.round(offered)} req/s: p50 ${Math.round(p50)} µs, p99 ${Math.round(p99)} µs`);
      await bare.stop();
    }
  } finally {
    for (const server of started) await server.stop();
  }

  return results;
}

/** A window at a share of the capacity of this moment: on a shared machine a server's speed differs by up to a half from minute to minute. */
async function openLoop(server, load, seconds) {
  const offered = (await measure(server, load, seconds)).rate * share;
  const args = [dll('OpenLoop'), new URL(server.url).port, load.tokenFile, load.bodyFile, Math.round(offered), seconds, connections];
  const { output, noise } = await observe(server, 'dotnet', args, seconds);
  return { ...JSON.parse(output), offered, noise };
}

/** The median over the rounds in which both had a window that counts. */
function ratio([{ windows: mine }, { windows: theirs }], field) {
  const pairs = mine.map((window, i) => [window, theirs[i]]).filter((pair) => !pair.some(({ discarded }) => discarded));
  return pairs.length ? median(pairs.map(([one, other]) => one[field] / other[field])) : Number.NaN;
}
