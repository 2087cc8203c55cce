// A browser that has never seen the page and reaches no other host, and what it complained about.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const missing = existsSync(executablePath) ? false : `there is no Chromium at ${executablePath}`;

export async function openBrowser(t, { width = 1440, height = 1000, colorScheme = 'light' } = {}) {
  const profile = await mkdtemp(join(tmpdir(), 'explore-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath,
    viewport: { width, height },
    colorScheme,
    permissions: ['clipboard-read', 'clipboard-write'],
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  t.after(async () => {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  });
  const complaints = [];
  const hosts = new Set();
  browser.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http')) hosts.add(url.host);
  });
  const page = browser.pages()[0];
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`Content-Security-Policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
    ),
  );
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(error.stack));
  return {
    page,
    browser,
    /** Fails if the browser wrote a message, or asked another host than the page's. */
    assertQuiet(own) {
      assert.deepEqual(complaints, [], 'the browser has nothing to complain about');
      assert.deepEqual([...hosts], [own], 'no other host is asked');
    },
  };
}
