// One measured window: wrk on its core, the server on the other, and the clocks of both.
import { mkdirSync, writeFileSync } from 'node:fs';
import { artifacts, script } from './paths.mjs';
import { cpuSeconds, machineSeconds, ownCpuSeconds } from './proc.mjs';
import { otherCore, run, runningPids } from './processes.mjs';

let files = 0;

/** What to send, in turn: the lines that the generator reads. In bodies `numbered` stands for one of so many numbers, in turn too. */
export function traffic(tokens, bodies, numbers = 9_000_000) {
  const folder = `${artifacts}traffic/`;
  mkdirSync(folder, { recursive: true });
  const [tokenFile, bodyFile] = ['tokens', 'bodies'].map((name) => `${folder}${name}-${files}`);
  files++;
  writeFileSync(tokenFile, tokens.join('\n'));
  writeFileSync(bodyFile, bodies.join('\n'));
  return { tokens, bodies, tokenFile, bodyFile, numbers, kinds: tokens.length * bodies.length, sent: 0 };
}

/** Runs a generator to its end: what it printed, the server's CPU in seconds, and `noise`: the share of a core that processes other than our own took. */
export async function observe(server, command, args, seconds) {
  const pids = runningPids();
  const own = () => ownCpuSeconds() + pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0);
  const before = { at: performance.now(), machine: machineSeconds(), own: own(), server: cpuSeconds(server.pid) };
  const output = await run(command, args.map(String), { core: otherCore, timeoutSeconds: seconds + 30 });
  const elapsed = (performance.now() - before.at) / 1000;
  return {
    output,
    cpu: cpuSeconds(server.pid) - before.server,
    noise: Math.max(0, machineSeconds() - before.machine - (own() - before.own)) / elapsed,
  };
}

/** Loads a server for `seconds` and tells the rate, the server's CPU and how busy its core was. Latencies are wrk's, of a closed loop, in microseconds. */
export async function measure(server, load, seconds, connections = 32) {
  const { tokenFile, bodyFile, numbers, sent } = load;
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '10s', '-s', script, server.url, '--', tokenFile, bodyFile, sent, numbers];
  const { output, cpu, noise } = await observe(server, 'wrk', args, seconds);
  const wrk = JSON.parse(/^\{.*\}$/m.exec(output)[0]);
  if (wrk.failed > 0) throw new Error(`${server.name}: ${wrk.failed} of ${wrk.requests} requests failed. ${server.log} may say why.`);
  if (wrk.requests === 0) throw new Error(`${server.name}: no request was answered within ${seconds} s`);
  load.sent += wrk.requests;
  const lasted = wrk.microseconds / 1e6;
  return {
    requests: wrk.requests,
    rate: wrk.requests / lasted,
    cpu: (cpu * 1e6) / wrk.requests,
    busy: cpu / lasted,
    bytes: wrk.bytes / wrk.requests,
    p50: wrk.p50,
    p99: wrk.p99,
    noise,
  };
}
