// From the start of the process to its first right answer; and how long it must be loaded until it is nearly as fast as it gets.
import { ask } from '../lib/client.mjs';
import { cases, tokens } from '../lib/requests.mjs';
import { median, warmUp } from '../lib/rounds.mjs';
import { bareLaunch, launches, startServer } from '../lib/servers.mjs';
import { measure, traffic } from '../lib/window.mjs';

const nearly = 0.8;

export async function run({ options, sandbox, peers, say }) {
  const probe = await startServer('gateway', launches.gateway(sandbox.url));
  const answer = await ask(probe.url, tokens(1)[0], cases.small.bodies[0]);
  await probe.stop();
  const all = { gateway: launches.gateway(sandbox.url), ...(options.servers.has('bare') ? { bare: bareLaunch('bare-start', answer) } : {}) };
  for (const [name, launch] of Object.entries(peers)) all[name] = launch(sandbox.url);

  const milliseconds = {};
  // The first start of each reads from the disk, and is not counted.
  for (let round = 0; round <= options.rounds; round++) {
    for (const [name, launch] of Object.entries(all)) {
      try {
        const server = await startServer(name, launch);
        await server.stop();
        if (round > 0) (milliseconds[name] ??= []).push(server.answered);
      } catch (error) {
        say.missing(`start, ${name}: ${error.message}`);
        delete all[name];
      }
    }
  }

  const warm = {};
  for (const name of ['gateway', 'bare'].filter((name) => all[name])) warm[name] = await timeToSpeed(name, all[name], options);
  const starts = Object.fromEntries(Object.entries(milliseconds).map(([name, list]) => [name, { median: median(list), all: list }]));
  for (const [name, { median: typical }] of Object.entries(starts)) say.progress(`start: ${name} ${Math.round(typical)} ms`);
  for (const [name, { seconds, steady, rates }] of Object.entries(warm))
    say.progress(`${name}: ${seconds ?? `more than ${rates.length}`} s to 80 % of ${Math.round(steady)} req/s; the first second had ${Math.round(rates[0])}`);
  const { gateway, bare } = milliseconds;
  return { starts, warm, ofBare: bare && gateway ? median(gateway.map((mine, round) => mine / bare[round])) : Number.NaN };
}

/**
 * Seconds of load, in steps of one, until a second reaches 80 % of the steady rate. There are few different requests: of many the first
 * seconds would tell how fast the sandbox, on the generator's core, fills the cache.
 */
async function timeToSpeed(name, launch, options) {
  const server = await startServer(name, launch);
  try {
    const load = traffic(tokens(32), cases.ct.bodies.slice(0, 2));
    const rates = [];
    while (rates.length < Math.min(15, options.warmup)) rates.push((await measure(server, load, 1)).rate);
    const steady = (await warmUp(server, load, options)).slice(-3);
    const aim = nearly * median(steady);
    const reached = rates.findIndex((rate) => rate >= aim);
    return { seconds: reached < 0 ? null : reached + 1, steady: median(steady), rates };
  } finally {
    await server.stop();
  }
}
