// The React dashboard in a real browser: as it is developed, and as it is built, where it sends ids of trusted documents alone.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { startGateway } from '../build.mjs';
import { copyExamples, run } from './workspace.mjs';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

describe('the dashboard', { timeout: 300_000, skip: existsSync(executablePath) ? false : `there is no Chromium at ${executablePath}` }, () => {
  let folder;
  let browser;
  const ends = [];
  before(async () => {
    folder = join(await copyExamples({ after: (end) => ends.push(end) }), 'dashboard');
    const installed = await run(['npm', 'ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], { cwd: folder });
    assert.equal(installed.code, 0, installed.stderr);
    browser = await chromium.launch({
      executablePath,
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    });
  });
  after(async () => {
    await browser?.close();
    for (const end of ends) await end();
  });

  test('starts by one command, and draws both charts', async (t) => {
    const gateway = await startGateway();
    t.after(gateway.stop);
    const bodies = await draw(await serve(t, ['start'], gateway));
    assert.ok(bodies.every(({ query, id }) => query?.startsWith('query Dashboard(') && id === undefined));
  });

  test('once built, sends ids alone, to a gateway that runs nothing else', async (t) => {
    const built = await run(['npm', 'run', 'build'], { cwd: folder });
    assert.equal(built.code, 0, built.stdout + built.stderr);
    const gateway = await startGateway({
      GraphQL__TrustedDocuments__Folder: join(folder, 'src/generated/documents'), GraphQL__TrustedDocuments__Only: 'true',
    });
    t.after(gateway.stop);
    const bodies = await draw(await serve(t, ['run', 'preview'], gateway));
    assert.deepEqual(bodies.map((body) => Object.keys(body).sort().join()), bodies.map(() => 'id,variables'));
  });

  test('refuses a field that the schema lacks', async () => {
    await writeFile(join(folder, 'src/wrong.ts'), `
      import { graphql } from './gateway';
      export const wrong = graphql(\`query Wrong { ctTimeseries { serie { name } } }\`);\n`);
    const { code, stdout, stderr } = await run(['npx', 'gql.tada', 'check'], { cwd: folder });
    assert.notEqual(code, 0);
    assert.match(stdout + stderr, /Cannot query field "serie"/);
  });

  /** The address that a script of the package prints. */
  async function serve(t, script, gateway) {
    const server = spawn('npm', [...script, '--', '--port', '0'], {
      cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, GATEWAY_URL: gateway.endpoint, NO_COLOR: '1' },
    });
    t.after(() => process.kill(-server.pid));
    return new Promise((resolve, reject) => {
      let text = '';
      server.stdout.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
        const address = /Local: +(http:\S+)/.exec(text);
        if (address) resolve(address[1]);
      });
      server.once('close', () => reject(new Error(text)));
    });
  }

  /** Opens the page, and ends when both charts are drawn. The bodies that it sent. */
  async function draw(address) {
    const page = await browser.newPage();
    const faults = [];
    const bodies = [];
    page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('request', (request) => { if (request.method() === 'POST') bodies.push(request.postDataJSON()); });
    await page.goto(address);
    for (const title of ['Connections by event', 'Certificates a day']) {
      const lines = page.getByRole('img', { name: title }).locator('polyline');
      await lines.first().waitFor({ state: 'attached' });
      assert.ok((await lines.first().getAttribute('points')).split(' ').length > 6);
    }
    assert.deepEqual([faults, await page.getByRole('alert').allTextContents()], [[], []]);
    await page.close();
    return bodies;
  }
});
