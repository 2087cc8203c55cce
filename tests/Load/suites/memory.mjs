// Resident memory with default settings, of bare Kestrel too; what a hit allocates, and how often the collector goes through everything.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { recordAnswers } from '../lib/answers.mjs';
import { artifacts } from '../lib/paths.mjs';
import { residentBytes } from '../lib/proc.mjs';
import { cases, tokens } from '../lib/requests.mjs';
import { warmUp } from '../lib/rounds.mjs';
import { launches, startBare, startServer } from '../lib/servers.mjs';
import { measure, traffic } from '../lib/window.mjs';

export async function run({ options, sandbox, say }) {
  const kinds = ['small', 'ct', 'spectrum'];
  const callers = tokens(32);
  const resident = {};
  const gateway = await startServer('gateway', launches.gateway(sandbox.url));
  const started = [gateway];
  try {
    resident.gateway = { idle: residentBytes(gateway.pid), underLoad: 0 };
    for (const name of kinds) {
      const load = traffic(callers, cases[name].bodies);
      await largest(gateway, load, options, resident.gateway);
      if (!options.servers.has('bare')) continue;
      const bare = await startBare(`bare-${name}`, (await recordAnswers(gateway, cases[name], callers[0])).first);
      started.push(bare);
      resident.bare ??= { idle: residentBytes(bare.pid), underLoad: 0 };
      await largest(bare, load, options, resident.bare);
      await bare.stop();
    }
  } finally {
    for (const server of started) await server.stop();
  }

  for (const [name, { idle, underLoad }] of Object.entries(resident)) say.progress(`${name}: ${Math.round(idle / 2 ** 20)} MB idle, ${Math.round(underLoad / 2 ** 20)} MB under load`);

  // Another process, with a hook that counts: see Counts/. Only the runtime that compiles just in time has hooks; what is allocated is the same.
  const results = { resident, allocation: {} };
  const file = `${artifacts}counts`;
  const hook = { DOTNET_STARTUP_HOOKS: `${artifacts}Counts/Counts.dll`, COUNTS_FILE: file };
  const counted = await startServer('gateway-counted', launches.gateway(sandbox.url, hook, 'jit'));
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

async function largest(server, load, options, resident) {
  for (let window = 0; window < options.rounds * 2; window++) {
    await measure(server, load, options.seconds);
    resident.underLoad = Math.max(resident.underLoad, residentBytes(server.pid));
  }
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
