// The page in a real browser, over the sandbox. Its pictures go to artifacts/tests/explore.
import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startGateway } from '../build.mjs';
import { missing, openBrowser } from './browser.mjs';
import { colours, open, plot, settled } from './page.mjs';

const pictures = fileURLToPath(new URL('../../../artifacts/tests/explore/', import.meta.url));
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const zone = '023e105f4ecef8ad9ca31a8372d0c353';
const own = (gateway) => new URL(gateway.address).host;

suite('explore', { skip: missing, timeout: 240_000 }, () => {
  let gateway;
  before(async () => {
    gateway = await startGateway();
    await mkdir(pictures, { recursive: true });
  });
  after(() => gateway?.stop());

  test('it offers every field of the schema, runs each and draws its chart', async (t) => {
    const { page, assertQuiet } = await openBrowser(t);
    await open(page, gateway);
    const fields = await page.locator('.option').evaluateAll((options) => options.map((option) => option.dataset.field));
    assert.deepEqual(
      new Set(fields.filter((field) => !field.includes('.'))),
      new Set(await rootFields(gateway)),
      'all fields but those that only lead to others',
    );
    assert(fields.includes('zones.spectrumBytime') && fields.includes('zone.spectrumApps'), 'and the fields below those');
    for (const field of fields) {
      await page.locator('#pick').click();
      await page.locator(`.option[data-field="${field}"]`).click();
      if (field === 'ctAuthority') {
        await page.getByLabel('Choose one of ctAuthorities').selectOption({ index: 1 });
        assert.match(await page.getByLabel(/^id/).inputValue(), /^[0-9A-F]{64}$/);
      }
      await page.locator(`html[data-shown="${field}"], .error`).first().waitFor();
      await settled(page);
      assert.equal(await page.locator('.error').count(), 0, `${field}: ${await page.locator('#errors').innerText()}`);
      const isRecord = field === 'ctAuthority';
      assert.equal(isRecord || (await page.locator('#chart [data-drawn]').count()) === 1, true, `${field} has a chart`);
      if (await plot(page).count()) assert((await colours(page)) > 300, `${field} has lines`);
      assert((await page.locator('#table tbody tr').count()) > 0, `${field} has a table`);
      const isRadar = field.startsWith('ct');
      assert.equal(await page.locator('#attribution').isVisible(), isRadar, `${field}: Radar's data names its source`);
      assert.equal(await page.locator('.badge').first().isVisible(), true, `${field} says how fresh it is`);
    }
    assertQuiet(own(gateway));
  });

  test('each form of the chart can be drawn', async (t) => {
    const { page, assertQuiet } = await openBrowser(t);
    await open(page, gateway, { field: 'spectrumBytime' });
    const draw = async (name) => {
      await page.locator('#toolbar').getByRole('button', { name }).click();
      assert((await colours(page)) > 300, name);
    };
    assert.equal(await plot(page).getAttribute('data-drawn'), '5');
    await draw('Stacked');
    await draw('Lines');
    await draw('Log');
    await page.getByLabel('Show', { exact: true }).selectOption({ label: 'duration avg' });
    assert.match(await page.locator('#table td.number').first().innerText(), / (ms|s|min)$|no value|–/);
    await page.getByLabel('Compare with').selectOption('7d');
    await page.locator('#legend').getByText('7d earlier').first().waitFor();
    assert.equal(await plot(page).getAttribute('data-drawn'), '10', 'the earlier window is drawn over the present one');

    await page.locator('#legend').getByRole('button', { name: 'CONNECT', exact: true }).click();
    assert.equal(await plot(page).getAttribute('data-drawn'), '9', 'the legend hides a series');
    assert.equal(await page.locator('#legend').getByRole('button', { name: 'CONNECT', exact: true }).getAttribute('aria-pressed'), 'false');

    await open(page, gateway, {
      field: 'ctTimeseries',
      args: JSON.stringify({
        series: [
          { name: 'this', dateRange: '7d' },
          { name: 'last', dateRange: '7dcontrol' },
        ],
      }),
    });
    await page.getByRole('button', { name: 'Overlay periods' }).click();
    assert((await colours(page)) > 300);
    assertQuiet(own(gateway));
  });

  test('values are under the pointer, and an interval that is not complete says so', async (t) => {
    const { page } = await openBrowser(t);
    await open(page, gateway, {
      field: 'spectrumBytime',
      args: JSON.stringify({
        zoneId: '023e105f4ecef8ad9ca31a8372d0c353',
        timeDelta: 'HOUR',
        since: '2026-01-01T00:00:00Z',
        until: '2026-01-01T12:30:00Z',
        dimensions: ['EVENT'],
      }),
    });
    const box = await page.locator('.u-over').boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    assert.match(await page.locator('.tooltip').innerText(), /UTC[\s\S]*PROGRESS[\s\S]*\d/);
    assert.doesNotMatch(await page.locator('.tooltip').innerText(), /not complete/);
    await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2);
    assert.match(await page.locator('.tooltip').innerText(), /not complete/);
    assert.equal(await page.locator('#table tr.running').count(), 1);
  });

  test('an interval that began after the last event has no value, which is no zero', async (t) => {
    const { page } = await openBrowser(t);
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch();
      const answer = await response.json();
      if (answer.data?.spectrumBytime) answer.data.spectrumBytime.dataLag = 1e6;
      await route.fulfill({ response, json: answer });
    });
    await open(page, gateway, { field: 'spectrumBytime' });
    assert.deepEqual([...new Set(await page.locator('#table tr.running td.number').allInnerTexts())], ['–']);
    assert.match(await page.locator('#table tbody tr:nth-child(2) td.number').first().innerText(), /\d/);
  });

  test('Enter in the search takes the field of that name', async (t) => {
    const { page } = await openBrowser(t);
    await open(page, gateway, { field: 'spectrumBytime' });
    for (const name of ['ctTimeseries', 'ctLog', 'spectrumSum']) {
      await page.locator('#pick').click();
      await page.getByLabel('Search fields').fill(name);
      await page.keyboard.press('Enter');
      assert.equal(await page.locator('#pick .picked').innerText(), name === 'spectrumSum' ? 'spectrumSummary' : name);
    }
  });

  test('what is typed as soon as the list opens stays', async (t) => {
    const { page } = await openBrowser(t);
    await open(page, gateway, { field: 'spectrumBytime' });
    await page.evaluate(async () => {
      document.querySelector('#pick').click();
      const search = document.querySelector('#fields input');
      search.focus();
      search.value = 'ctLog';
      search.dispatchEvent(new Event('input'));
      await new Promise((resolve) => document.querySelector('#fields').addEventListener('toggle', resolve, { once: true }));
    });
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('#pick .picked').innerText(), 'ctLog');
  });

  test('dragging zooms, and so do keys, which read the values too', async (t) => {
    const { page, assertQuiet } = await openBrowser(t);
    await open(page, gateway, { field: 'spectrumBytime' });
    const box = await page.locator('.u-over').boundingBox();
    await page.mouse.move(box.x + box.width * 0.25, box.y + 50);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.75, box.y + 60, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Reset zoom' }).waitFor();
    const [from, to] = JSON.parse(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('zoom'));
    assert(to - from > 10 * 3600 && to - from < 14 * 3600, `half of a day and a bit: ${(to - from) / 3600} h`);
    await page.getByRole('button', { name: 'Reset zoom' }).click();

    await plot(page).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    assert.match(await page.locator('#status').textContent(), /^\w+,? \d.*: CLIENT_FILTERED [\d,]+; CONNECT [\d,]+/);
    await page.keyboard.press('+');
    await page.getByRole('button', { name: 'Reset zoom' }).waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('button', { name: 'Reset zoom' }).count(), 0);
    assertQuiet(own(gateway));
  });

  test('an argument that the schema gets has its control at once', async (t) => {
    const { page } = await openBrowser(t);
    await page.route('**/graphql', async (route) => {
      const sent = route.request().postData();
      if (!sent.includes('__schema')) return route.continue({ postData: sent });
      const response = await route.fetch();
      const answer = await response.json();
      answer.data.__schema.types
        .find((type) => type.name === 'Query')
        .fields.find((field) => field.name === 'ctTimeseries')
        .args.push({
          name: 'monitor',
          description: 'Only what this monitor saw.',
          defaultValue: null,
          type: { kind: 'SCALAR', name: 'String', ofType: null },
        });
      return route.fulfill({ response, json: answer });
    });
    await open(page, gateway, { field: 'ctTimeseries' });
    await page.getByText('More arguments').click();
    await page.getByLabel(/^monitor/).fill('one');
    const sent = page.waitForRequest((request) => request.postData()?.includes('monitor: $monitor'));
    await page.keyboard.press('Enter');
    assert.equal(JSON.parse((await sent).postData()).variables.monitor, 'one');
  });

  test('typed filters, lists of series and orders of rows are filled in by forms', async (t) => {
    const { page, assertQuiet } = await openBrowser(t);
    await open(page, gateway, { field: 'spectrumBytime' });
    await page.getByText('More arguments').click();
    await page.getByLabel('Add a field to SpectrumWhereInput').selectOption('event');
    await page.getByLabel('Add a field to SpectrumEventComparisonInput').selectOption('eq');
    const sent = page.waitForRequest((request) => JSON.parse(request.postData() ?? '{}').variables?.where);
    await page.locator('[data-argument="eq"] select').selectOption('CONNECT');
    assert.deepEqual(JSON.parse((await sent).postData()).variables.where, { event: { eq: 'CONNECT' } });
    await page.locator('.plot[data-drawn="1"]').waitFor();

    await open(page, gateway, { field: 'ctTimeseries' });
    await page.getByRole('button', { name: '+ add another' }).click();
    await page
      .getByText(/BAD_USER_INPUT|4 series/)
      .first()
      .waitFor({ state: 'attached' });
    assertQuiet(own(gateway));
  });

  test('errors say what to do, and which argument is meant', async (t) => {
    const { page, assertQuiet } = await openBrowser(t);
    await open(page, gateway, { field: 'spectrumBytime' });
    await page.getByLabel(/^window/).fill('soon');
    await page.keyboard.press('Enter');
    await page.locator('.error').getByText('BAD_USER_INPUT').waitFor();
    assert.equal(await page.getByLabel(/^window/).getAttribute('aria-invalid'), 'true');
    await page.getByRole('button', { name: '24h' }).click();
    await page.locator('.error').waitFor({ state: 'detached' });
    await plot(page).waitFor();

    const fails = async (token, code, advice) => {
      await page.getByLabel('Cloudflare API token').fill(`${token}.explore`);
      await page.keyboard.press('Enter');
      await page.locator('.error').getByText(code, { exact: true }).waitFor();
      assert.match(await page.locator('.error').innerText(), advice);
    };
    await fails('sandbox-token-unauthorized', 'UNAUTHENTICATED', /Enter a token/);
    await fails('sandbox-token-no-permission', 'FORBIDDEN', /permission/);
    await fails('sandbox-token-rate-limited', 'RATE_LIMITED', /Again in \d+ (s|min)/);
    await fails('sandbox-token-interval-too-fine', 'UPSTREAM_REJECTED', /Use DAY for timeDelta/);
    await page.getByRole('button', { name: 'Use DAY for timeDelta' }).click();
    assert.equal(await page.getByLabel(/^timeDelta/).inputValue(), 'DAY');
    await page.getByLabel('Cloudflare API token').fill('');
    await page.keyboard.press('Enter');
    await page.getByText('Almost there').waitFor();
    assertQuiet(own(gateway));
  });

  test('a zone that fails leaves the others their chart', async (t) => {
    const { page } = await openBrowser(t);
    await open(page, gateway, { field: 'zones.spectrumBytime' });
    await page.getByLabel('Cloudflare API token').fill(`sandbox-token-not-found.in-${zone}`);
    await page.keyboard.press('Enter');
    await page.locator('.error.partial').getByText('NOT_FOUND').waitFor();
    assert.equal(await plot(page).getAttribute('data-drawn'), '1');
  });

  test('a link has the whole state and never the token, which is kept nowhere', async (t) => {
    const { page, browser } = await openBrowser(t);
    await open(page, gateway, { field: 'spectrumBytime' });
    const token = 'a-token-of-my-own-0123456789';
    await page.getByLabel('Cloudflare API token').fill(token);
    await page.getByRole('button', { name: '6h', exact: true }).click();
    await page.locator('#toolbar').getByRole('button', { name: 'Log' }).click();
    await page.locator('#legend').getByRole('button', { name: 'PROGRESS' }).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.doesNotMatch(decodeURIComponent(link), /token/);
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state, document.documentElement.innerHTML]),
    );
    assert(!kept.includes(token), 'no storage and no markup has it');

    const other = await browser.newPage();
    await other.goto(link);
    await settled(other);
    assert.equal(await other.getByLabel(/^window/).inputValue(), '6h');
    assert.equal(await plot(other).getAttribute('data-drawn'), '4');
    assert.equal(await other.locator('#toolbar').getByRole('button', { name: 'Log' }).getAttribute('aria-pressed'), 'true');
    assert.notEqual(await other.getByLabel('Cloudflare API token').inputValue(), token);
  });

  test('the badge ages, and the page refreshes by itself', async (t) => {
    const { page } = await openBrowser(t);
    await page.clock.install();
    await open(page, gateway, { field: 'spectrumBytime', refresh: '60' });
    const ageOf = async () => Number(await page.locator('.badge[data-age]').getAttribute('data-age'));
    const first = await ageOf();
    await page.clock.runFor(5_000);
    assert((await ageOf()) - first >= 4, 'five seconds later it says so');
    await page.locator('#legend').getByRole('button', { name: 'CONNECT', exact: true }).focus();
    const answered = page.waitForResponse((response) => response.request().postData()?.includes('spectrumBytime(') ?? false);
    await page.clock.runFor(60_000);
    await (await answered).finished();
    await page.locator('.badge[data-age]').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'CONNECT', 'a refresh leaves the focus where it is');
  });

  test('the CSV has what the table has', async (t) => {
    const { page } = await openBrowser(t);
    await open(page, gateway, { field: 'ctTimeseriesGroups' });
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download CSV' }).click()]);
    assert.equal(file.suggestedFilename(), 'ctTimeseriesGroups.csv');
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
    assert.match(lines[0], /^time,.*"Adatum ""CA"", Ltd\.".*,complete$/);
    assert.match(lines[1], /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ,\d+,/);
    assert.equal(lines.length - 1, await page.locator('#table tbody tr').count());
  });

  test('it takes less than 150 KB with the schema and the first answer', async (t) => {
    const { page } = await openBrowser(t);
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    let bytes = 0;
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await open(page, gateway);
    await page.waitForLoadState('networkidle');
    t.diagnostic(`${bytes} bytes transferred`);
    assert(bytes > 20_000 && bytes < 150_000, `${bytes} bytes`);
  });

  for (const [name, options] of [
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['narrow', { width: 390, height: 844 }],
    ['narrow-dark', { width: 390, height: 844, colorScheme: 'dark' }],
  ]) {
    test(`nothing serious for axe-core, and pictures: ${name}`, async (t) => {
      const { page, assertQuiet } = await openBrowser(t, options);
      for (const [picture, state] of Object.entries(states)) {
        await open(page, gateway, state);
        await fold(page, () => true);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
        const serious = violations.filter(({ impact }) => ['serious', 'critical'].includes(impact));
        assert.deepEqual(serious.map(describe), [], picture);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${picture} fits`);
        await fold(page, (details) => details.id === 'request' && innerWidth > 899);
        await page.screenshot({ path: `${pictures}${picture}-${name}.png`, fullPage: true });
      }
      assertQuiet(own(gateway));
    });
  }
});

const states = {
  lines: { field: 'spectrumBytime' },
  stacked: { field: 'ctTimeseriesGroups' },
  bars: { field: 'spectrumSummary' },
  list: { field: 'ctLogs' },
  record: { field: 'ctLog' },
  comparison: { field: 'zones.spectrumBytime', compare: '7d' },
  error: { field: 'spectrumBytime', args: '{"zoneId":"none","timeDelta":"HOUR"}' },
  'almost-there': { field: 'ctAuthority' },
};

/** Opens the details for which `isOpen` is true, and closes the others. */
const fold = (page, isOpen) => page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = (${isOpen})(each); })`);

const describe = ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html.slice(0, 120)} ${node.any[0]?.message ?? ''}`).join(' | ')}`;

test('where introspection is off, it says so', { skip: missing, timeout: 60_000 }, async (t) => {
  const gateway = await startGateway({ GraphQL__Introspection: 'false' });
  t.after(gateway.stop);
  const { page } = await openBrowser(t);
  await page.goto(`${gateway.address}/`);
  await page.getByText('The endpoint does not tell its schema').waitFor();
  assert.match(await page.locator('.error').innerText(), /GraphQL:Introspection=true/);
});

test('Production serves none', async (t) => {
  const gateway = await startGateway({ ASPNETCORE_ENVIRONMENT: 'Production', Cloudflare__BaseUrl: 'http://127.0.0.1:9/client/v4' });
  t.after(gateway.stop);
  assert.equal((await fetch(`${gateway.address}/`)).status, 404);
  assert.equal((await fetch(`${gateway.address}/explore/config.json`)).status, 404);
});

async function ask(gateway, query) {
  const response = await fetch(gateway.endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: gateway.authorization },
    body: JSON.stringify({ query }),
  });
  return (await response.json()).data;
}

const rootFields = async (gateway) =>
  (await ask(gateway, '{ __schema { queryType { fields { name } } } }')).__schema.queryType.fields
    .map((field) => field.name)
    .filter((name) => name !== 'zone' && name !== 'zones');
