// Latency at 70 % of capacity, in an open loop: requests come when they are due, whether or not earlier ones were answered.
import { checkAnswers, recordAnswers } from '../lib/answers.mjs';
import { dll } from '../lib/build.mjs';
import { otherCore, run as runToEnd } from '../lib/processes.mjs';
import { cases, tokens } from '../lib/requests.mjs';
import { median, warmUp } from '../lib/rounds.mjs';
import { launches, startServer } from '../lib/servers.mjs';
import { traffic } from '../lib/window.mjs';

const share = 0.7;
const connections = 64;

export async function run({ options, sandbox, say }) {
  const callers = tokens(32);
  const gateway = await startServer('gateway', launches.gateway(sandbox.url));
  const results = {};
  try {
    for (const name of ['small', 'ct']) {
      const expected = await recordAnswers(gateway, cases[name], callers[0]);
      const load = traffic(callers, cases[name].bodies);
      const capacity = median((await warmUp(gateway, load, options)).slice(-3));
      const windows = [];
      for (let i = 0; i < options.rounds * 2; i++) {
        const args = [new URL(gateway.url).port, load.tokenFile, load.bodyFile, Math.round(capacity * share), options.seconds, connections].map(String);
        windows.push(JSON.parse(await runToEnd('dotnet', [dll('OpenLoop'), ...args], { core: otherCore, timeoutSeconds: 60 })));
      }

      await checkAnswers(gateway, cases[name], expected, callers);
      const of = (field) => median(windows.map((window) => window[field]));
      results[name] = { title: cases[name].title, capacity, offered: capacity * share, answered: of('rate'), p50: of('p50'), p99: of('p99'), p999: of('p999'), windows };
      say.progress(`${name} at ${Math.round(capacity * share)} req/s: p50 ${of('p50')} µs, p99 ${of('p99')} µs`);
    }
  } finally {
    await gateway.stop();
  }

  return results;
}
