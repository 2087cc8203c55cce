// Hits in Redis that are not in the process, and what the first answer of a fresh entry costs beside the next ones.
import { checkAnswers, recordAnswers } from '../lib/answers.mjs';
import { isInstalled } from '../lib/processes.mjs';
import { commands, startRedis } from '../lib/redis.mjs';
import { many, tokens } from '../lib/requests.mjs';
import { compare, measureRounds, summarise, warmUp } from '../lib/rounds.mjs';
import { launches, startBare, startServer } from '../lib/servers.mjs';
import { measure, traffic } from '../lib/window.mjs';

/** As little memory as it takes, patience, and leases that outlast the run: what is measured is the reading of entries. */
const memoryless = {
  Cache__MemoryBytes: String(4 << 20),
  Cache__AuthorizationLease: '00:10:00',
  Redis__OperationTimeout: '00:00:05',
  Redis__QueueLength: '100000',
  Redis__QueueBytes: String(1 << 30),
};

export async function run({ options, sandbox, say }) {
  if (!(await isInstalled('redis-server'))) {
    say.missing('hits in Redis: there is no redis-server');
    return {};
  }

  const started = [];
  const own = (server) => (started.push(server), server);
  try {
    const redis = own(await startRedis());
    const gateway = own(await startServer('gateway', launches.gateway(sandbox.url)));
    const settings = { Redis__ConnectionString: redis.address, ...memoryless };
    const behind = own(await startServer('gateway-redis', launches.gateway(sandbox.url, settings)));
    const cells = {};
    for (const name of ['small', 'ct']) {
      // One token in Redis: with more, Radar's entries would be asked for several times in a row, and Spectrum's be each token's own.
      const callers = tokens(32);
      const kind = { ...many[name], bodies: many[name].bodies.slice(0, 64) };
      const expected = await recordAnswers(gateway, kind, callers[0]);
      const bare = own(await startBare(`bare-${name}`, expected.first));
      const full = traffic(callers.slice(0, 1), many[name].bodies);
      await fill(behind, full, sandbox, say);
      cells[name] = {
        redis: { server: behind, load: full, check: () => checkAnswers(behind, kind, expected, callers.slice(0, 1), 2) },
        hit: { server: gateway, load: traffic(callers, kind.bodies), check: () => checkAnswers(gateway, kind, expected, callers, 2) },
        bare: { server: bare, load: traffic(callers, kind.bodies) },
      };
      for (const cell of Object.values(cells[name])) {
        const rates = await warmUp(cell.server, cell.load, options);
        say.progress(`${name}: ${cell.server.name} warm after ${rates.length} windows, ${Math.round(rates.at(-1))} req/s`);
      }
    }

    const all = Object.values(cells).flatMap((kind) => Object.values(kind));
    const [callsBefore, sentBefore] = [await sandbox.calls(), sent(cells)];
    await measureRounds(all, options, (line) => say.progress(`Redis, ${line}`));
    const upstreamCallsPerRequest = ((await sandbox.calls()) - callsBefore) / (sent(cells) - sentBefore);
    const commandsPerRequest = Math.max(await commandsOf(cells.small.redis, redis, options), await commandsOf(cells.ct.redis, redis, options));
    say.progress(`${commandsPerRequest.toFixed(3)} commands of Redis for each hit in it`);
    if (upstreamCallsPerRequest > 0.01 || commandsPerRequest < 0.95)
      say.missing(`hits in Redis: a request made ${upstreamCallsPerRequest.toFixed(3)} calls and ${commandsPerRequest.toFixed(2)} commands of Redis, where none and at least one are wanted`);
    const summaries = Object.fromEntries(Object.entries(cells).map(([name, kind]) => [name, Object.fromEntries(Object.entries(kind).map(([which, cell]) => [which, summarise(cell)]))]));
    const { small, ct } = summaries;
    return {
      ...summaries,
      ofBare: compare(cells.ct.redis, cells.ct.bare),
      upstreamCallsPerRequest,
      commandsPerRequest,
      // What reading Redis costs by itself is the same for an answer of next to no size: that much is taken off.
      firstOfHit: (ct.redis.cpu - (small.redis.cpu - small.hit.cpu)) / ct.hit.cpu,
      redisOfHit: ct.redis.cpu / ct.hit.cpu,
    };
  } finally {
    for (const server of started) await server.stop();
  }
}

const sent = (cells) => cells.small.redis.load.sent + cells.ct.redis.load.sent;

/** Commands of Redis for each answer in one more window. Requests that are under way at its end are some per thousand, and have no answer. */
async function commandsOf({ server, load }, redis, options) {
  const before = await commands(redis);
  const { requests } = await measure(server, load, options.seconds);
  return ((await commands(redis)) - before) / requests;
}

/** Asks for everything until Redis has it: no more calls to the sandbox. */
async function fill(server, load, sandbox, say) {
  for (let tries = 0; tries < 40; tries++) {
    const before = await sandbox.calls();
    // A few at a time: what is written behind must not fall behind.
    const { requests } = await measure(server, load, 4, 4);
    const missed = (await sandbox.calls()) - before;
    say.progress(`filling Redis: ${requests} requests, ${missed} calls`);
    if (missed < requests / 1000 && load.sent > load.bodies.length) return;
  }

  throw new Error('Redis does not fill.');
}
