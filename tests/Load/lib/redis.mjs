// A Redis of the run's own, beside the generator, that writes nothing to disk.
import { connect } from 'node:net';
import { freePort, otherCore, start } from './processes.mjs';

export async function startRedis() {
  const port = await freePort();
  const server = start('redis', otherCore, 'redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory', '2gb']);
  const redis = Object.assign(server, { port, address: `127.0.0.1:${port}` });
  for (let tries = 0; ; tries++) {
    try {
      await command(redis, 'PING');
      return redis;
    } catch (error) {
      if (server.hasEnded || tries > 500) throw new Error(`Redis does not answer (${error.message}).`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/** How many commands Redis has served, apart from those that ask for this number. */
export async function commands(redis) {
  const text = await command(redis, 'INFO commandstats');
  return [...text.matchAll(/^cmdstat_(?!info|quit)[^:]+:calls=(\d+)/gm)].reduce((sum, [, calls]) => sum + Number(calls), 0);
}

/** One inline command and what came back, as text. */
function command({ port }, line) {
  return new Promise((resolve, reject) => {
    let text = '';
    connect(port, '127.0.0.1', function () {
      // Redis closes the connection itself: closing our half would have it drop the answer.
      this.write(`${line}\r\nQUIT\r\n`);
    })
      .setEncoding('latin1')
      .on('data', (part) => (text += part))
      .once('error', reject)
      .once('close', () => (text ? resolve(text) : reject(new Error('Redis said nothing.'))));
  });
}
