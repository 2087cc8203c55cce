// Resident memory with default settings; what a hit allocates, and how often the collector goes through everything.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { artifacts } from '../lib/paths.mjs';
import { residentBytes } from '../lib/proc.mjs';
import { cases, tokens } from '../lib/requests.mjs';
import { warmUp } from '../lib/rounds.mjs';
import { launches, startServer } from '../lib/servers.mjs';
import { measure, traffic } from '../lib/window.mjs';

export async function run({ options, sandbox, say }) {
  const kinds = ['small', 'ct', 'spectrum'];
  const callers = tokens(32);
  const gateway = await startServer('gateway', launches.gateway(sandbox.url));
  const results = { idle: residentBytes(gateway.pid), underLoad: 0, allocation: {} };
  try {
    for (const name of kinds) {
      const load = traffic(callers, cases[name].bodies);
      for (let window = 0; window < options.rounds * 2; window++) {
        await measure(gateway, load, options.seconds);
        results.underLoad = Math.max(results.underLoad, residentBytes(gateway.pid));
      }
    }
  } finally {
    await gateway.stop();
  }

  // Another process, with a hook that counts: see Counts/.
  const file = `${artifacts}counts`;
  const hook = { DOTNET_STARTUP_HOOKS: `${artifacts}Counts/Counts.dll`, COUNTS_FILE: file };
  const counted = await startServer('gateway-counted', launches.gateway(sandbox.url, hook));
  try {
    for (const name of kinds) {
      const load = traffic(callers, cases[name].bodies);
      await warmUp(counted, load, options);
      const before = await counts(counted, file);
      let requests = 0;
      for (let window = 0; window < options.rounds; window++) requests += (await measure(counted, load, options.seconds)).requests;
      const after = await counts(counted, file);
      results.allocation[name] = {
        bytesPerRequest: (after.allocated - before.allocated) / requests,
        gen2: after.gen2 - before.gen2,
        gen0: after.gen0 - before.gen0,
        requests,
      };
      say.progress(`${name}: ${Math.round(results.allocation[name].bytesPerRequest)} B a hit, ${after.gen2 - before.gen2} Gen 2 collections in ${requests} requests`);
    }
  } finally {
    await counted.stop();
  }

  return results;
}

/** Has the process write its counts. */
async function counts({ pid }, file) {
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR1');
  for (let tries = 0; tries < 500; tries++) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (text.endsWith('\n')) return JSON.parse(text);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }

  throw new Error('The gateway does not tell its counts.');
}
