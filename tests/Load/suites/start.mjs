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

  const warm = await timesToSpeed(Object.fromEntries(['gateway', 'bare'].filter((name) => all[name]).map((name) => [name, all[name]])), options);
  const starts = Object.fromEntries(Object.entries(milliseconds).map(([name, list]) => [name, { median: median(list), all: list }]));
  for (const [name, { median: typical }] of Object.entries(starts)) say.progress(`start: ${name} ${Math.round(typical)} ms`);
  for (const [name, { seconds, steady, first, most }] of Object.entries(warm))
    say.progress(`${name}: ${seconds ?? `more than ${most}`} s to 80 % of ${Math.round(steady)} req/s; the first second had ${Math.round(first)}`);
  const { gateway, bare } = milliseconds;
  return { starts, warm, ofBare: bare && gateway ? median(gateway.map((mine, round) => mine / bare[round])) : Number.NaN };
}

/**
 * Seconds of load, in steps of one, until a second reaches 80 % of the steady rate; the median of several processes. There are few
 * different requests: of many the first seconds would tell how fast the sandbox, on the generator's core, fills the cache.
 */
async function timesToSpeed(all, options) {
  const load = traffic(tokens(32), cases.ct.bodies.slice(0, 2));
  const most = Math.min(15, options.warmup);
  const warm = {};
  for (let round = 0; round < options.rounds; round++) {
    for (const [name, launch] of Object.entries(all)) {
      const server = await startServer(name, launch);
      try {
        const rates = [];
        const isThere = () => rates.at(-1) >= nearly * warm[name]?.steady;
        while (rates.length < most && !isThere()) rates.push((await measure(server, { ...load, sent: 0 }, 1)).rate);
        // The first process goes on until it is steady.
        warm[name] ??= { steady: median((await warmUp(server, { ...load }, options)).slice(-3)), rounds: [], most };
        warm[name].rounds.push(rates);
      } finally {
        await server.stop();
      }
    }
  }

  for (const each of Object.values(warm)) {
    const seconds = each.rounds.map((rates) => rates.findIndex((rate) => rate >= nearly * each.steady) + 1 || most + 1);
    each.first = median(each.rounds.map(([first]) => first));
    each.seconds = median(seconds) > most ? null : median(seconds);
  }

  return warm;
}
