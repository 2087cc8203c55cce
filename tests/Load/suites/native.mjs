// The gateway compiled ahead of time to machine code, beside the one that the image has, which is compiled again just in time, and beside
// bare Kestrel: start to the first right answer, memory then, and hits.
import { checkAnswers, recordAnswers } from '../lib/answers.mjs';
import { ask } from '../lib/client.mjs';
import { cpuSeconds, residentBytes } from '../lib/proc.mjs';
import { cases, tokens } from '../lib/requests.mjs';
import { compare, measureRounds, median, summarise, warmUp } from '../lib/rounds.mjs';
import { bareLaunch, launches, startServer } from '../lib/servers.mjs';
import { traffic } from '../lib/window.mjs';

export async function run({ options, sandbox, say }) {
  const probe = await startServer('gateway', launches.gateway(sandbox.url));
  const answer = await ask(probe.url, tokens(1)[0], cases.small.bodies[0]);
  await probe.stop();
  const all = { bare: bareLaunch('bare-native', answer), gateway: launches.gateway(sandbox.url), native: launches.native(sandbox.url) };
  const starts = await measureStarts(all, options.rounds);
  for (const [name, { wall, cpu, resident }] of Object.entries(starts))
    say.progress(`${name}: ${Math.round(wall)} ms, ${Math.round(cpu)} ms of CPU, ${Math.round(resident / 2 ** 20)} MB`);

  return { starts, ...(await measureHits(all, options, say)) };
}

/** Medians over starts in turns. The first of each reads from the disk, and is not counted. */
async function measureStarts(all, rounds) {
  const seen = Object.fromEntries(Object.keys(all).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, launch] of Object.entries(all)) {
      const server = await startServer(name, launch);
      if (round > 0) seen[name].push({ wall: server.answered, cpu: cpuSeconds(server.pid) * 1000, resident: residentBytes(server.pid) });
      await server.stop();
    }
  }

  const of = (list, field) => median(list.map((start) => start[field]));
  return Object.fromEntries(Object.entries(seen).map(([name, list]) => [name, { wall: of(list, 'wall'), cpu: of(list, 'cpu'), resident: of(list, 'resident') }]));
}

async function measureHits(all, options, say) {
  const callers = tokens(32);
  const kind = cases.small;
  const started = [];
  try {
    const cells = [];
    let expected;
    for (const name of Object.keys(all)) {
      const server = await startServer(name, all[name]);
      started.push(server);
      if (name === 'gateway') expected = await recordAnswers(server, kind, callers[0]);
      const check = name === 'native' ? () => checkAnswers(server, kind, expected, callers) : undefined;
      await check?.();
      const load = traffic(callers, kind.bodies);
      await warmUp(server, load, options);
      cells.push({ server, load, check });
    }

    await measureRounds(cells, options, (line) => say.progress(`small hits, ${line}`));
    const [, gateway, native] = cells;
    return { hits: Object.fromEntries(cells.map((cell) => [cell.server.name, summarise(cell)])), nativeOf: compare(native, gateway) };
  } finally {
    for (const server of started) await server.stop();
  }
}
