// Each snippet as the page puts it on the clipboard, run as a person would run it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { startGateway } from '../build.mjs';
import { missing, openBrowser } from './browser.mjs';
import { open } from './page.mjs';

const run = promisify(execFile);

test('each snippet works when it is pasted, and reads the token from the environment', { skip: missing, timeout: 240_000 }, async (t) => {
  const gateway = await startGateway();
  t.after(gateway.stop);
  const folder = await mkdtemp(join(tmpdir(), 'snippets-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const options = {
    cwd: folder,
    env: { ...process.env, CLOUDFLARE_API_TOKEN: 'sandbox-token-for-everything', DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_NOLOGO: '1' },
    timeout: 120_000,
  };
  const { page, assertQuiet } = await openBrowser(t);
  const copied = async (state, name) => {
    await open(page, gateway, state);
    await page.getByRole('tab', { name, exact: true }).click();
    await page.locator('#code-body').getByRole('button', { name: 'Copy' }).click();
    await page.locator('#code-body').getByText('Copied').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    assert.doesNotMatch(text, /sandbox-token/, `${name} has no token`);
    return text;
  };
  // Texts with quotes and backslashes, booleans, objects, lists and no variables at all.
  const states = [
    {
      field: 'spectrumBytime',
      args: JSON.stringify({
        zoneId: '023e105f4ecef8ad9ca31a8372d0c353',
        timeDelta: 'HOUR',
        window: '6h',
        where: { coloName: { neq: 'SFO' } },
        metrics: ['COUNT'],
        limit: 2,
      }),
    },
    {
      field: 'ctTimeseries',
      args: JSON.stringify({ series: [{ name: 'a "quoted" \\ name: 100 % $x `y` \'z\'', dateRange: '1d', hasIps: true }] }),
    },
    { field: 'ctLogs' },
  ];
  const runners = {
    async GraphQL(text) {
      const response = await fetch(gateway.endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: gateway.authorization },
        body: JSON.stringify({ query: text }),
      });
      const { data, errors } = await response.json();
      assert.equal(errors, undefined);
      return data;
    },
    async curl(text) {
      return JSON.parse((await run('bash', ['-c', text], options)).stdout).data;
    },
    async fetch(text) {
      await writeFile(join(folder, 'explore.mjs'), text);
      return JSON.parse((await run('node', ['explore.mjs'], options)).stdout);
    },
    async Python(text) {
      await writeFile(join(folder, 'explore.py'), text);
      return JSON.parse((await run('python3', ['explore.py'], options)).stdout);
    },
    async 'C#'(text) {
      await writeFile(join(folder, 'explore.cs'), text);
      const started = Date.now();
      const { stdout } = await run('dotnet', ['run', 'explore.cs'], options);
      t.diagnostic(`dotnet run explore.cs: ${Date.now() - started} ms`);
      return JSON.parse(stdout);
    },
  };
  for (const [name, execute] of Object.entries(runners)) {
    const tool = { curl: 'curl', Python: 'python3' }[name];
    await t.test(name, { skip: tool && !has(tool) && `there is no ${tool}` }, async () => {
      // A C# program is built anew for each text, so it gets the hardest one.
      for (const state of name === 'C#' ? [states[1]] : states) {
        const data = await execute(await copied(state, name));
        assert(data[state.field].freshness.status, state.field);
        if (state.field === 'ctTimeseries') assert.equal(data.ctTimeseries.series[0].name, JSON.parse(state.args).series[0].name);
      }
    });
  }
  assertQuiet(new URL(gateway.address).host);
});

const has = (tool) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, tool)));
