// The programs, each by the one command that stands in it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startGateway } from '../build.mjs';
import { copyExamples, run, startBefore } from './workspace.mjs';

const exists = (program) => {
  try { return execFileSync(program, ['--version']) && true; } catch { return false; }
};

const programs = [
  { command: ['dotnet', 'run', 'traffic.cs'], prints: [/^ {2}CONNECT +[\d,]+ {2}[▁▂▃▄▅▆▇█]{10,}$/m, /^ {2}the week before +[\d,]+ {2}[▁-█]{7,}$/m] },
  { command: ['python3', 'authorities.py'], prints: [/^ {2}Northwind Trust +\d+\.\d\d {2}█+$/m] },
  { command: ['node', 'locations.mjs'], prints: [/^The busiest of \d+ data centres/, /'SIN'/] },
];

let folder;
let gateway;
const ends = [];
before(async () => {
  folder = await copyExamples({ after: (end) => ends.push(end) });
  gateway = await startGateway();
});
after(async () => {
  await gateway?.stop();
  for (const end of ends) await end();
});

for (const { command, prints } of programs) {
  describe(command.join(' '), { skip: exists(command[0]) ? false : `there is no ${command[0]}` }, () => {
    const start = (env, options) => run(command, { cwd: folder, env: { GATEWAY_URL: gateway.endpoint, ...env }, ...options });

    test('prints what the gateway answers', async () => {
      const { code, stdout, stderr } = await start();
      assert.deepEqual([stderr, code], ['', 0]);
      for (const line of prints) assert.match(stdout, line);
    });

    test('tells what failed', async () => {
      const { code, stdout, stderr } = await start({ CLOUDFLARE_API_TOKEN: 'sandbox-token-forbidden' });
      assert.deepEqual([stdout, code], ['', 1]);
      assert.match(stderr, /\[FORBIDDEN\]/);
    });

    test('tries again when the gateway says', async (t) => {
      const limited = await startBefore(t, gateway.endpoint, (_, response) => {
        response.writeHead(294, { 'content-type': 'application/graphql-response+json' });
        response.end(JSON.stringify({ data: {}, errors: [{ message: 'wait', extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 0.1 } }] }));
      });
      const { code, stdout, stderr } = await start({ GATEWAY_URL: limited.url });
      assert.deepEqual([stderr, code, limited.requests], ['RATE_LIMITED: again in 0.1 s.\n', 0, 2]);
      assert.match(stdout, prints[0]);
    });

    // Cloudflare blocks for five minutes.
    test('does not try again when that is minutes away', async () => {
      const { code, stderr } = await start({ CLOUDFLARE_API_TOKEN: 'sandbox-token-rate-limited' });
      assert.equal(code, 1);
      assert.match(stderr, /\[RATE_LIMITED\]/);
    });
  });
}

describe('traffic.cs', () => {
  test('says what to do about an error', async () => {
    const env = { GATEWAY_URL: gateway.endpoint, CLOUDFLARE_API_TOKEN: 'sandbox-token-not-found' };
    assert.match((await run(['dotnet', 'run', 'traffic.cs'], { cwd: folder, env })).stderr, /\[NOT_FOUND\]\n {2}Set CLOUDFLARE_ZONE_ID /);
  });

  test('sends ids alone, where nothing but trusted documents may run', async (t) => {
    const trusted = await startGateway({
      GraphQL__TrustedDocuments__Folder: join(folder, 'documents'), GraphQL__TrustedDocuments__Only: 'true',
    });
    t.after(trusted.stop);
    const start = (...args) => run(['dotnet', 'run', 'traffic.cs', ...args], { cwd: folder, env: { GATEWAY_URL: trusted.endpoint } });
    const { code, stdout } = await start('--', '--trusted');
    assert.equal(code, 0);
    assert.match(stdout, programs[0].prints[0]);
    assert.match((await start()).stderr, /\[HC0067\]/);
  });

  test('stops at Ctrl+C, and the gateway sees it leave', async (t) => {
    let press;
    let left;
    const gone = new Promise((resolve) => { left = resolve; });
    const silent = await startBefore(t, gateway.endpoint, (request) => {
      request.socket.once('close', left);
      press();
    });
    const { code, stderr } = await run(['dotnet', 'run', 'traffic.cs'], {
      cwd: folder, env: { GATEWAY_URL: silent.url }, onStart: (ctrlC) => { press = ctrlC; },
    });
    assert.deepEqual([stderr, code], ['Stopped.\n', 130]);
    await gone;
  });

  test('tells that there is no gateway', async () => {
    const { code, stderr } = await run(['dotnet', 'run', 'traffic.cs'], { cwd: folder, env: { GATEWAY_URL: 'http://127.0.0.1:9/graphql' } });
    assert.equal(code, 2);
    assert.match(stderr, /^No answer from http:\/\/127\.0\.0\.1:9\/graphql: /);
  });
});
