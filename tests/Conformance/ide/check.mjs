// Opens the gateway's IDE in Chromium, as a browser that has never seen it, and runs a query in it.
//   node check.mjs http://localhost:8080/graphql ["Bearer …"]      CHROMIUM=path of the browser
// The second argument is the Authorization header that the IDE must fill in by itself.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [endpoint, authorization] = process.argv.slice(2);
const profile = await mkdtemp(join(tmpdir(), 'ide-'));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ],
});

try {
  const hosts = new Set();
  const posts = [];
  const complaints = [];
  browser.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http')) hosts.add(url.host);
    if (request.method() === 'POST') posts.push(request);
  });

  const page = browser.pages()[0];
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(error.stack));
  const worker = page.waitForResponse((response) => response.url().endsWith('/service-worker.js'));
  await page.goto(endpoint);
  assert.equal(page.url(), endpoint + '/', 'a browser is sent to the IDE');
  await page.evaluate(() => { globalThis.sameDocument = true; });

  await page.getByText('Schema available').waitFor();
  assert(posts.length > 0 && posts.every((post) => post.url() === endpoint), 'the endpoint is filled in');

  // A tab for each ready query, which runs as it is.
  for (const [name, status] of [['Connections', 200], ['Certificates', 200], ['Comparison', 200], ['Groups', 200], ['Errors', 294]]) {
    await page.getByText(name, { exact: true }).first().click();
    await page.locator('.monaco-editor').getByText(name, { exact: true }).first().waitFor();
    const answer = page.waitForResponse((response) => response.request().postData()?.includes(`query ${name}`) ?? false);
    await page.getByText('Run', { exact: true }).click();
    assert.equal((await answer).status(), status, name);
  }
  assert.equal(await page.getByText('Nitro').count(), 0, 'there is no banner');
  assert.equal((await worker).status(), 204, 'there is no service worker');
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  assert.deepEqual(complaints, [], 'the browser has nothing to complain about');

  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('query FromTheIde { __typename }');
  await page.locator('.monaco-editor').getByText('FromTheIde').first().waitFor();
  // A click may come before the editor has told the IDE of the text; another one does no harm.
  let request;
  for (let attempt = 1; !request; attempt++) {
    const sent = browser
      .waitForEvent('request', { predicate: (candidate) => candidate.postData()?.includes('FromTheIde') ?? false, timeout: 5_000 })
      .catch((error) => { if (attempt === 6) throw error; });
    await page.getByText('Run', { exact: true }).click();
    request = await sent;
  }
  assert.equal(request.headers()['authorization'], authorization, 'the credential is filled in, or none is');
  assert.deepEqual(await (await request.response()).json(), { data: { __typename: 'Query' } });

  const partial = await page.evaluate(async (url) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename ctTimeseries(series: []) { csv } }' }),
    });
    return [response.status, response.ok, Object.keys(await response.json()).sort().join()];
  }, endpoint);
  assert.deepEqual(partial, [294, true, 'data,errors'], 'the browser takes data beside errors for a success');

  const violated = await page.evaluate(() => new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
    fetch('https://telemetry.invalid/').then(() => resolve('none'), () => setTimeout(() => resolve('none'), 1000));
  }));
  assert.equal(violated, 'connect-src', 'the browser itself keeps the IDE from other hosts');

  assert.equal(await page.evaluate(() => globalThis.sameDocument), true, 'it has not reloaded itself');

  // Documents of one's own stay: the ready ones are for browsers that have none.
  await page.reload();
  await page.getByText('FromTheIde').first().waitFor();

  const licence = await page.evaluate(async () => (await fetch('LICENSE')).text());
  assert.match(licence, /ChilliCream License/, 'the licence is served with it');

  assert.deepEqual([...hosts].filter((host) => host !== 'telemetry.invalid'), [new URL(endpoint).host], 'no other host is asked');
  console.log(`${endpoint}: the IDE loads, has a tab for each ready query, runs them and one of one's own, and asks no other host.`);
} finally {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
}
