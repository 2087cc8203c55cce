// Cache hits: the gateway beside bare Kestrel that sends the same bytes, and beside the peers with their response caches.
import { checkAnswers, recordAnswers } from '../lib/answers.mjs';
import { cases, tokens } from '../lib/requests.mjs';
import { compare, measureRounds, summarise, warmUp } from '../lib/rounds.mjs';
import { launches, observed, startBare, startServer } from '../lib/servers.mjs';
import { traffic } from '../lib/window.mjs';

export async function run({ options, sandbox, peers, say }) {
  const callers = tokens(32);
  const names = Object.keys(cases).filter((name) => !options.cases || options.cases.includes(name));
  const gateway = await startServer('gateway', launches.gateway(sandbox.url));
  const started = [gateway];
  const others = [];
  const results = {};
  try {
    for (const [name, launch] of Object.entries(peers)) {
      try {
        others.push(await startServer(name, launch(sandbox.url)));
        started.push(others.at(-1));
      } catch (error) {
        say.missing(`${name}: ${error.message}`);
      }
    }

    const telemetry = options.servers.has('telemetry') && names.includes('small') ? [await startServer('telemetry', (await observed())(sandbox.url))] : [];
    started.push(...telemetry);
    for (const name of names) {
      const kind = cases[name];
      const expected = await recordAnswers(gateway, kind, callers[0]);
      const bare = options.servers.has('bare') ? [await startBare(`bare-${name}`, expected.first)] : [];
      started.push(...bare);
      const load = () => traffic(callers, kind.bodies);
      const cells = [];
      // How old an answer is only the gateway tells.
      for (const server of [gateway, ...(name === 'small' ? telemetry : []), ...(name === 'freshness' ? [] : others), ...bare]) {
        const check = bare.includes(server) ? undefined : () => checkAnswers(server, kind, expected, callers);
        try {
          await check?.();
          const rates = await warmUp(server, load(), options);
          say.progress(`${kind.title}: ${server.name} warm after ${rates.length} windows, ${Math.round(rates.at(-1))} req/s`);
          cells.push({ server, load: load(), check });
        } catch (error) {
          if (!others.includes(server)) throw error;
          say.missing(`${kind.title}, ${server.name}: ${error.message}`);
        }
      }

      await measureRounds(cells, options, (line) => say.progress(`${kind.title}, ${line}`));
      const mine = cells[0];
      results[name] = {
        title: kind.title,
        answerBytes: Buffer.byteLength(expected.first.text),
        servers: Object.fromEntries(cells.map((cell) => [bare.includes(cell.server) ? 'bare' : cell.server.name, { ...summarise(cell), gatewayOf: compare(mine, cell) }])),
        windows: Object.fromEntries(cells.map((cell) => [cell.server.name, cell.rounds])),
      };
      for (const server of bare) await server.stop();
    }
  } finally {
    for (const server of started) await server.stop();
  }

  return results;
}
