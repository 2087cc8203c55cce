// The two ways to publish the gateway side by side, whichever the image has: compiled ahead of time to machine code, and just in time from
// ReadyToRun code. Bare Kestrel, just in time, is the control. Start to the first right answer, its CPU, memory then, and hits.
import { checkAnswers, recordAnswers } from '../lib/answers.mjs';
import { ask } from '../lib/client.mjs';
import { cpuSeconds, residentBytes } from '../lib/proc.mjs';
import { cases, tokens } from '../lib/requests.mjs';
import { compare, measureRounds, median, summarise, warmUp } from '../lib/rounds.mjs';
import { bareLaunch, launches, startServer } from '../lib/servers.mjs';
import { traffic } from '../lib/window.mjs';

export async function run({ options, sandbox, say }) {
  const probe = await startServer('gateway', launches.gateway(sandbox.url));
  const answers = {};
  for (const name of ['small', 'ct']) answers[name] = await ask(probe.url, tokens(1)[0], cases[name].bodies[0]);
  await probe.stop();
  const [jit, native] = ['jit', 'native'].map((way) => launches.gateway(sandbox.url, {}, way));
  const starts = await measureStarts({ bare: bareLaunch('bare-native', answers.small), jit, native }, options.rounds);
  for (const [name, { wall, cpu, resident }] of Object.entries(starts))
    say.progress(`${name}: ${Math.round(wall)} ms, ${Math.round(cpu)} ms of CPU, ${Math.round(resident / 2 ** 20)} MB`);

  const hits = {};
  for (const [name, answer] of Object.entries(answers)) hits[name] = await measureHits(cases[name], { jit, native, bare: bareLaunch(`bare-native-${name}`, answer) }, options, say);
  return { starts, hits };
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

async function measureHits(kind, all, options, say) {
  const callers = tokens(32);
  const started = [];
  try {
    const cells = [];
    let expected;
    for (const [name, launch] of Object.entries(all)) {
      const server = await startServer(name, launch);
      started.push(server);
      expected ??= await recordAnswers(server, kind, callers[0]);
      const check = name === 'native' ? () => checkAnswers(server, kind, expected, callers) : undefined;
      await check?.();
      const load = traffic(callers, kind.bodies);
      await warmUp(server, load, options);
      cells.push({ server, load, check });
    }

    await measureRounds(cells, options, (line) => say.progress(`hits, ${kind.title}, ${line}`));
    const [jit, native] = cells;
    return { title: kind.title, servers: Object.fromEntries(cells.map((cell) => [cell.server.name, summarise(cell)])), nativeOf: compare(native, jit) };
  } finally {
    for (const server of started) await server.stop();
  }
}
