// The inputs are those of the client's own tests, split where the API's rules forbid their combination.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import Cloudflare from 'cloudflare';
import { startSandbox } from './sandbox.mjs';

const zone_id = '023e105f4ecef8ad9ca31a8372d0c353';
const instant = '2014-01-01T05:20:00.12345Z';
const unknownPath = { path: '/_stainless_unknown_path', maxRetries: 0 };

let sandbox;
let client;

before(async () => {
  sandbox = await startSandbox();
  client = connect('sandbox-token-for-everything');
});

after(() => sandbox?.stop());

const connect = (apiToken) => new Cloudflare({ apiToken, apiKey: null, apiEmail: null, baseURL: sandbox.baseURL, maxRetries: 0 });

describe('spectrum.analytics.events.bytimes.get', () => {
  const get = (params, by = client) => by.spectrum.analytics.events.bytimes.get({ zone_id, time_delta: 'minute', ...params });

  it('answers with required parameters only', async () => {
    const result = await get();
    assert.equal(result.query.time_delta, 'minute');
    assert.equal(result.data[0].metrics[0].length, result.time_intervals.length);
    assert.equal(typeof result.data_lag, 'number');
    assert.equal(typeof result.totals.count, 'number');
  });

  it('answers to an email and a key', async () => {
    const legacy = new Cloudflare({
      apiToken: null, apiKey: '144c9defac04969c7bfad8efaa8ea194', apiEmail: 'user@example.com', baseURL: sandbox.baseURL, maxRetries: 0,
    });
    assert.ok((await get({}, legacy)).rows > 0);
  });

  it('answers with all parameters', async () => {
    const result = await get({
      dimensions: ['event', 'appID'],
      filters: 'event==disconnect AND coloName!=SFO',
      metrics: ['count', 'bytesIngress'],
      since: instant,
      until: instant,
      sort: ['+count', '-bytesIngress'],
    });
    assert.deepEqual(result.query, {
      dimensions: ['event', 'appID'],
      filters: 'event==disconnect AND coloName!=SFO',
      metrics: ['count', 'bytesIngress'],
      since: instant,
      until: instant,
      sort: ['+count', '-bytesIngress'],
      time_delta: 'minute',
    });
    assert.deepEqual(result.time_intervals, [['2014-01-01T05:20:00Z', '2014-01-01T05:20:59Z']]);
    for (const row of result.data) {
      assert.equal(row.dimensions[0], 'disconnect');
      assert.equal(row.metrics.length, 2);
    }

    const { query } = await sandbox.lastCall();
    assert.match(query, /dimensions=event&dimensions=appID/);
    assert.match(query, /sort=%2Bcount&sort=-bytesIngress/);
  });

  it('takes every time_delta, dimension and metric that the client knows', async () => {
    for (const time_delta of ['year', 'quarter', 'month', 'week', 'day', 'hour', 'dekaminute', 'minute']) {
      const result = await get({
        time_delta,
        dimensions: ['event', 'appID', 'coloName', 'ipVersion'],
        metrics: ['count', 'bytesIngress', 'bytesEgress', 'durationAvg', 'durationMedian', 'duration90th', 'duration99th'],
      });
      assert.equal(result.query.time_delta, time_delta);
      assert.ok(result.rows > 0);
      assert.ok(result.data.every((row) => row.dimensions.length === 4 && row.metrics.length === 7));
    }
  });

  it('refuses a filter that is percent-encoded within its text', () =>
    assert.rejects(get({ filters: 'event==disconnect%20AND%20coloName!=SFO' }), Cloudflare.BadRequestError));

  it('refuses a sort by what was not asked for', () => assert.rejects(get({ sort: ['-bytesIngress'] }), (error) => {
    assert.ok(error instanceof Cloudflare.BadRequestError);
    assert.match(error.errors[0].message, /bytesIngress/);
    return true;
  }));

  it('does not find a malformed zone', () => assert.rejects(get({ zone_id: 'nonsense' }), (error) => {
    assert.ok(error instanceof Cloudflare.NotFoundError);
    assert.deepEqual(error.errors.map(({ code }) => code), [7003, 7000]);
    return true;
  }));

  it('does not find an unknown path', () => assert.rejects(
    client.spectrum.analytics.events.bytimes.get({ zone_id, time_delta: 'minute' }, unknownPath), Cloudflare.NotFoundError));
});

describe('spectrum.analytics.events.summaries.get', () => {
  const get = (params) => client.spectrum.analytics.events.summaries.get({ zone_id, ...params });

  it('answers with required parameters only', async () => {
    const result = await get();
    assert.equal(typeof result.data[0].metrics[0], 'number');
    assert.equal(result.time_intervals, undefined);
    assert.equal(typeof result.totals.count, 'number');
  });

  it('answers with all parameters', async () => {
    const result = await get({
      dimensions: ['event', 'appID'],
      filters: 'event==disconnect AND coloName!=SFO',
      metrics: ['count', 'bytesIngress'],
      since: instant,
      until: instant,
      sort: ['+count', '-bytesIngress'],
    });
    assert.deepEqual(result.query.metrics, ['count', 'bytesIngress']);
    assert.ok(result.data.every((row) => row.dimensions[0] === 'disconnect' && row.metrics.length === 2));
  });
});

describe('spectrum.analytics.aggregates.currents.get', () => {
  const get = (params) => client.spectrum.analytics.aggregates.currents.get({ zone_id, ...params });

  it('answers with required parameters only', async () => {
    const result = await get();
    assert.equal(result.length, 3);
    for (const app of result) {
      assert.match(app.appID, /^[0-9a-f]{32}$/);
      for (const metric of ['bytesEgress', 'bytesIngress', 'connections', 'durationAvg']) assert.equal(typeof app[metric], 'number');
    }
  });

  // In some minutes a place has no connections of an application, and then leaves it out.
  it('answers with all parameters', async () => {
    const [first, second] = await get();
    const ask = (colo_name) => get({ appID: `${first.appID},${second.appID}`, colo_name });
    const results = (await Promise.all(['AMS', 'FRA', 'GRU', 'NRT', 'SFO', 'SIN'].map(ask))).flat();
    assert.deepEqual(new Set(results.map(({ appID }) => appID)), new Set([first.appID, second.appID]));
    for (const whole of [first, second]) assert.ok(results.some(({ appID, connections }) => appID === whole.appID && connections < whole.connections));
  });
});

describe('spectrum.apps.list', () => {
  it('answers with required parameters only', async () => {
    const { result } = await client.spectrum.apps.list({ zone_id });
    assert.equal(result.length, 3);
    assert.ok(result.every(({ id, dns, protocol }) => /^[0-9a-f]{32}$/.test(id) && dns.name && protocol));
  });

  it('reads all pages', async () => {
    const ids = [];
    for await (const app of client.spectrum.apps.list({ zone_id, page: 1, per_page: 1, direction: 'desc', order: 'created_on' })) {
      ids.push(app.id);
      assert.ok(ids.length <= 3);
    }
    assert.equal(new Set(ids).size, 3);
  });
});

// What the endpoints with series have in common.
const common = {
  aggInterval: '1h',
  ca: ['string'],
  caOwner: ['string'],
  duration: ['LTE_3D'],
  expirationStatus: ['EXPIRED'],
  format: 'JSON',
  hasIps: [true],
  hasWildcards: [true],
  name: ['main_series'],
  publicKeyAlgorithm: ['DSA'],
  signatureAlgorithm: ['DSA_SHA_1'],
  uniqueEntries: ['true'],
  validationLevel: ['DOMAIN'],
};
const logs = { entryType: ['PRECERTIFICATE'], log: ['string'], logApi: ['RFC6962'], logOperator: ['string'] };
const tld = { tld: ['com'] };
const relative = { dateRange: ['7d'] };
const absolute = { dateStart: ['2019-12-27T18:11:19.117Z'], dateEnd: ['2019-12-27T18:11:19.117Z'] };

const combinations = {
  'a range and logs': { ...relative, ...logs },
  'a range and a top-level domain': { ...relative, ...tld },
  'dates and logs': { ...absolute, ...logs },
  'dates and a top-level domain': { ...absolute, ...tld },
};

describe('radar.ct.timeseries', () => {
  const get = (params, by = client) => by.radar.ct.timeseries(params);

  it('answers without parameters', async () => {
    const result = await get();
    assert.equal(result.meta.dateRange.length, 1);
    assert.equal(result.serie_0.timestamps.length, result.serie_0.values.length);
    assert.ok(result.serie_0.values.every((value) => /^-?\d+(\.\d+)?$/.test(value)));
  });

  for (const [label, params] of Object.entries(combinations)) {
    it(`answers with all parameters, by ${label}`, async () => {
      const result = await get({ ...common, ...params });
      assert.equal(result.meta.aggInterval, 'ONE_HOUR');
      assert.ok(result.main_series.timestamps.length > 0);
    });
  }

  it('refuses what cannot be combined', async () => {
    await assert.rejects(get({ ...common, ...relative, ...absolute }), Cloudflare.BadRequestError);
    await assert.rejects(get({ ...common, ...relative, ...logs, ...tld }), Cloudflare.BadRequestError);
  });

  it('answers with one series for each repeated date', async () => {
    const result = await get({ name: ['now', 'before'], dateRange: ['7d', '7dcontrol'], logApi: ['STATIC', 'RFC6962'] });
    assert.deepEqual(Object.keys(result), ['meta', 'now', 'before']);
    assert.equal(result.meta.dateRange.length, 2);
    assert.equal((await sandbox.lastCall()).query, 'name=now&name=before&dateRange=7d&dateRange=7dcontrol&logApi=STATIC&logApi=RFC6962');
  });

  it('answers as CSV', async () => {
    const response = await client.radar.ct.timeseries({ format: 'CSV', name: ['main'], dateRange: ['1d'] }).asResponse();
    assert.match(response.headers.get('content-type'), /^text\/csv/);
    assert.match(await response.text(), /^Main timestamps,Main values\r\n/);
  });

  it('does not find an unknown path', () => assert.rejects(client.radar.ct.timeseries({}, unknownPath), Cloudflare.NotFoundError));
});

const dimensions = [
  'CA', 'CA_OWNER', 'DURATION', 'ENTRY_TYPE', 'EXPIRATION_STATUS', 'HAS_IPS', 'HAS_WILDCARDS', 'LOG', 'LOG_API', 'LOG_OPERATOR',
  'PUBLIC_KEY_ALGORITHM', 'SIGNATURE_ALGORITHM', 'TLD', 'VALIDATION_LEVEL',
];

const sum = (values) => values.reduce((all, value) => all + Number(value), 0);

describe('radar.ct.timeseriesGroups', () => {
  const get = (dimension, params) => client.radar.ct.timeseriesGroups(dimension, params);

  it('answers to every dimension that the client knows, and its groups sum to the series', async () => {
    const dates = { aggInterval: '1h', dateStart: ['2026-01-01T00:00:00Z'], dateEnd: ['2026-01-02T00:00:00Z'] };
    const { serie_0: whole } = await client.radar.ct.timeseries(dates);
    for (const dimension of dimensions) {
      const { meta, serie_0: { timestamps, ...groups } } = await get(dimension, dates);
      assert.equal(meta.aggInterval, 'ONE_HOUR');
      assert.deepEqual(timestamps, whole.timestamps);
      assert.deepEqual(timestamps.map((_, i) => sum(Object.values(groups).map((values) => values[i]))), whole.values.map(Number), dimension);
    }
  });

  for (const [label, params] of Object.entries(combinations)) {
    it(`answers with all parameters, by ${label}`, async () => {
      const result = await get('CA', { ...common, ...params, limitPerGroup: 10, normalization: 'PERCENTAGE' });
      assert.equal(result.meta.normalization, 'PERCENTAGE');
      assert.ok(result.main_series.timestamps.length > 0);
    });
  }

  it('answers with the rest of the groups as one', async () => {
    const { serie_0: { timestamps, ...groups } } = await get('TLD', { limitPerGroup: 2, dateRange: ['1d'] });
    assert.equal(Object.keys(groups).length, 3);
    assert.ok(groups.other.length === timestamps.length && groups.other.every((value) => /^\d+$/.test(value)));
  });

  it('refuses a dimension that it does not have', () => assert.rejects(get('COLOUR'), Cloudflare.BadRequestError));
});

describe('radar.ct.summary', () => {
  const get = (dimension, params) => client.radar.ct.summary(dimension, params);

  it('answers to every dimension that the client knows', async () => {
    for (const dimension of dimensions) {
      const { meta, summary_0: groups } = await get(dimension);
      assert.equal(meta.dateRange.length, 1);
      assert.equal(meta.aggInterval, undefined);
      assert.ok(Object.values(groups).every((value) => /^\d+$/.test(value)), dimension);
    }
  });

  for (const [label, params] of Object.entries(combinations)) {
    it(`answers with all parameters, by ${label}`, async () => {
      const { aggInterval, ...filters } = common;
      const result = await get('CA', { ...filters, ...params, limitPerGroup: 10, normalization: 'PERCENTAGE' });
      assert.equal(result.meta.normalization, 'PERCENTAGE');
      assert.equal(typeof result.main_series, 'object');
    });
  }

  it('answers with percentages of all groups', async () => {
    const { summary_0: groups } = await get('CA_OWNER', { normalization: 'PERCENTAGE', limitPerGroup: 3 });
    assert.ok(Math.abs(sum(Object.values(groups)) - 100) < 0.001);
  });
});

describe('radar.ct.authorities', () => {
  const list = async (params) => (await client.radar.ct.authorities.list(params)).certificateAuthorities;

  it('answers with the values of filters', async () => {
    const all = await list();
    const { summary_0: groups } = await client.radar.ct.summary('CA', { limitPerGroup: 100 });
    assert.ok(Object.keys(groups).every((key) => all.some(({ name }) => name === key)));
    for (const one of all) {
      assert.match(one.sha256Fingerprint, /^[0-9A-F]{64}$/);
      assert.match(one.certificateRecordType, /^(ROOT|INTERMEDIATE)_CERTIFICATE$/);
      for (const member of ['country', 'countryName', 'name', 'owner', 'parentName', 'parentSha256Fingerprint', 'revocationStatus']) {
        assert.equal(typeof one[member], 'string', member);
      }
    }
  });

  it('answers with all parameters', async () => {
    const all = await list();
    assert.deepEqual(await list({ format: 'JSON', limit: 3, offset: 2 }), all.slice(2, 5));
  });

  it('answers with the details of one', async () => {
    const [first] = await list({ limit: 1 });
    const { certificateAuthority: one } = await client.radar.ct.authorities.get(first.sha256Fingerprint, { format: 'JSON' });
    assert.deepEqual({ ...one, ...first }, one);
    for (const member of ['appleStatus', 'chromeStatus', 'microsoftStatus', 'mozillaStatus', 'authorityKeyIdentifier', 'subjectKeyIdentifier']) {
      assert.equal(typeof one[member], 'string', member);
    }
    assert.match(`${one.validFrom} ${one.validTo}`, /^\d{4}-\d\d-\d\d \d{4}-\d\d-\d\d$/);
    assert.deepEqual(Object.keys(one.related[0]).sort(), ['certificateRecordType', 'name', 'revocationStatus', 'sha256Fingerprint']);
  });

  it('does not find an unknown one', () => assert.rejects(client.radar.ct.authorities.get('0'.repeat(64)), (error) => {
    assert.ok(error instanceof Cloudflare.NotFoundError);
    // Without an envelope, the client finds no errors.
    assert.deepEqual(error.errors ?? [], []);
    return true;
  }));
});

describe('radar.ct.logs', () => {
  const list = async (params) => (await client.radar.ct.logs.list(params)).certificateLogs;

  it('answers with the values of filters', async () => {
    const all = await list();
    const { summary_0: groups } = await client.radar.ct.summary('LOG', { limitPerGroup: 100 });
    assert.ok(Object.keys(groups).every((key) => all.some(({ slug }) => slug === key)));
    for (const one of all) {
      assert.deepEqual(
        Object.keys(one).sort(),
        ['api', 'description', 'endExclusive', 'operator', 'slug', 'startInclusive', 'state', 'stateTimestamp', 'url'],
      );
    }
  });

  it('answers with all parameters', async () => {
    const all = await list();
    assert.deepEqual(await list({ format: 'JSON', limit: 3, offset: 2 }), all.slice(2, 5));
  });

  it('answers with the details of one', async () => {
    const { certificateLog: one } = await client.radar.ct.logs.get('argon2026h1', { format: 'JSON' });
    assert.equal(typeof one.avgThroughput, 'number');
    assert.equal(typeof one.submittedCertCount, 'string');
    assert.equal(typeof one.performance.endpoints[0].uptime, 'number');
    assert.deepEqual(Object.keys(one.related[0]).sort(), ['description', 'endExclusive', 'slug', 'startInclusive', 'state']);
  });

  it('answers with nulls for what is not measured', async () => {
    const { certificateLog: one } = await client.radar.ct.logs.get('argon2024');
    assert.deepEqual([one.performance, one.submittableCertCount, one.submittedCertCount], [null, null, null]);
  });

  it('does not find an unknown one', () => assert.rejects(client.radar.ct.logs.get('unheard-of'), Cloudflare.NotFoundError));
});

describe('credentials named for what they get', () => {
  const failing = (token) => connect(token).radar.ct.timeseries();

  for (const [token, type] of Object.entries({
    'sandbox-token-malformed': Cloudflare.BadRequestError,
    'sandbox-token-unauthorized': Cloudflare.AuthenticationError,
    'sandbox-token-forbidden': Cloudflare.PermissionDeniedError,
    'sandbox-token-over-cost': Cloudflare.UnprocessableEntityError,
    'sandbox-token-server-error': Cloudflare.InternalServerError,
    'sandbox-token-bad-gateway-html': Cloudflare.InternalServerError,
  })) {
    it(`${token} gets a ${type.name}`, () => assert.rejects(failing(token), type));
  }

  it('sandbox-token-rate-limited gets a RateLimitError that says when to come back', () =>
    assert.rejects(failing('sandbox-token-rate-limited'), (error) => {
      assert.ok(error instanceof Cloudflare.RateLimitError);
      assert.equal(error.headers.get('retry-after'), '300');
      assert.match(error.headers.get('ratelimit'), /r=0/);
      return true;
    }));

  it('the client retries what is unavailable', async () => {
    const { ctTimeseries } = await sandbox.calls();
    await assert.rejects(connect('sandbox-token-unavailable').radar.ct.timeseries({}, { maxRetries: 1 }), Cloudflare.InternalServerError);
    assert.equal((await sandbox.calls()).ctTimeseries, ctTimeseries + 2);
  });
});
