// The IDE in a real browser: once as Development serves it, and once where Production must not.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startGateway } from '../build.mjs';

const browser = process.env.CHROMIUM ?? '/usr/bin/chromium';
const missing = existsSync(browser) ? false : `there is no Chromium at ${browser}`;

test('the IDE loads, knows the schema, runs a query and asks no other host', { skip: missing, timeout: 120_000 }, async (t) => {
  const gateway = await startGateway();
  t.after(gateway.stop);
  const check = fileURLToPath(new URL('check.mjs', import.meta.url));
  await promisify(execFile)('node', [check, gateway.endpoint, gateway.authorization], { timeout: 100_000 });
});

test('Production serves none', async (t) => {
  const gateway = await startGateway({ ASPNETCORE_ENVIRONMENT: 'Production', Cloudflare__BaseUrl: 'http://127.0.0.1:9/client/v4' });
  t.after(gateway.stop);
  const response = await fetch(gateway.endpoint, { headers: { accept: 'text/html' }, redirect: 'manual' });
  assert.equal(response.status, 406);
  assert.equal((await fetch(`${gateway.endpoint}/`, { headers: { accept: 'text/html' }, redirect: 'manual' })).status, 406);
});
