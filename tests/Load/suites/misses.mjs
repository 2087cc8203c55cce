// Requests that no cache has: each asks for another limit, and each costs one call to an upstream that answers at once. The control is
// bare Kestrel that makes the same call with HttpClient and copies the body.
import { ask, expectData, expectStatus } from '../lib/client.mjs';
import { cases, ever, tokens } from '../lib/requests.mjs';
import { compare, measureRounds, summarise, warmUp } from '../lib/rounds.mjs';
import { forwardLaunch, launches, startInstantUpstream, startServer } from '../lib/servers.mjs';
import { traffic } from '../lib/window.mjs';

export async function run({ options, sandbox, peers, say }) {
  const results = {};
  for (const name of ['small', 'spectrum']) {
    const kind = cases[name];
    const started = [];
    try {
      // The call that the gateway makes for this request is the one whose answer is kept.
      const probe = await startServer('gateway', launches.gateway(sandbox.url), kind.bodies[0]);
      started.push(probe);
      const expected = expectData(await ask(probe.url, tokens(2)[1], ever[name].replace('@@@@@@@', '9999999')), 'gateway');
      const upstream = await startInstantUpstream(sandbox, `upstream-${name}`);
      started.push(upstream);
      const load = () => traffic(tokens(32), [ever[name]]);
      const cells = [];
      // A router would measure the server behind it.
      for (const [server, launch] of Object.entries({ gateway: launches.gateway, ...peers })) {
        if (server === 'hive') continue;
        try {
          const cell = { server: await startServer(server, launch(upstream.url), kind.bodies[0]), load: load() };
          cell.check = async () => {
            same(expectData(await ask(cell.server.url, tokens(1)[0], kind.bodies[1]), server).trimEnd(), expected, server, kind);
          };
          started.push(cell.server);
          cells.push(cell);
        } catch (error) {
          say.missing(`misses, ${server}: ${error.message}`);
        }
      }

      if (options.servers.has('bare')) {
        const server = await startServer('bare', forwardLaunch(upstream.call));
        started.push(server);
        const check = async () => same(expectStatus(await ask(server.url, tokens(1)[0], kind.bodies[1]), 'bare'), upstream.text, 'bare', kind);
        cells.push({ server, load: load(), check });
      }

      for (const cell of cells) {
        const rates = await warmUp(cell.server, cell.load, options);
        say.progress(`miss, ${kind.title}: ${cell.server.name} warm after ${rates.length} windows, ${Math.round(rates.at(-1))} req/s`);
      }

      await measureRounds(cells, options, (line) => say.progress(`miss, ${kind.title}, ${line}`));
      results[name] = {
        title: kind.title,
        servers: Object.fromEntries(cells.map((cell) => [cell.server.name, { ...summarise(cell), gatewayOf: compare(cells[0], cell) }])),
      };
    } finally {
      for (const server of started) await server.stop();
    }
  }

  return results;
}

function same(text, expected, server, { title }) {
  if (text !== expected) throw new Error(`${server} answers ${title} differently: ${text.slice(0, 300)}`);
}
