// What the peers share: the gateway's schema, and resolvers that ask the sandbox with the caller's own credential.
import { readFileSync } from 'node:fs';

export const typeDefs = readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8');

/** How long each answer is kept, in seconds: longer than any run. */
export const keptFor = 3600;

/** Entries that a cache has room for: more than a run makes, so that a hit is a hit. */
export const room = 100_000;

async function get(path, query, authorization) {
  const response = await fetch(`${process.env.SANDBOX_URL}/client/v4${path}?${query}`, { headers: { authorization } });
  const answer = await response.json();
  if (!response.ok || !answer.success) throw new Error(`Cloudflare answered ${response.status}`);
  return answer.result;
}

const wireName = (name) => name.toLowerCase().replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
const enumName = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
const intervals = { FIFTEEN_MINUTES: '15m', ONE_HOUR: '1h', ONE_DAY: '1d', ONE_WEEK: '1w' };
const metrics = ['count', 'bytesIngress', 'bytesEgress'];

async function spectrumBytime({ zoneId, timeDelta, since, until, dimensions = [], limit }, authorization) {
  const query = new URLSearchParams({ time_delta: timeDelta.toLowerCase(), metrics: metrics.join(','), since, until });
  if (dimensions.length > 0) query.set('dimensions', dimensions.map(wireName).join(','));
  if (limit != null) query.set('limit', limit);
  const result = await get(`/zones/${zoneId}/spectrum/analytics/events/bytime`, query, authorization);
  return {
    ...result,
    data: result.data.map((row) => ({
      dimensions: Object.fromEntries(result.query.dimensions.map((name, i) => [name, enumName(row.dimensions[i])])),
      points: result.time_intervals.map(([start, end], i) => ({
        start,
        end,
        ...Object.fromEntries(result.query.metrics.map((name, m) => [name, row.metrics[m][i]])),
      })),
    })),
  };
}

async function ctTimeseries({ aggInterval, series }, authorization) {
  const query = new URLSearchParams({ aggInterval: intervals[aggInterval] });
  for (const one of series) for (const [name, value] of Object.entries(one)) query.append(name, value);
  const result = await get('/radar/ct/timeseries', query, authorization);
  return {
    meta: result.meta,
    series: series.map(({ name }) => ({
      name,
      points: result[name].timestamps.map((timestamp, i) => ({ timestamp, value: Number(result[name].values[i]) })),
    })),
  };
}

/** Resolvers for a server whose context knows the caller's `authorization`; `keep` tells its cache that the answer may be kept. */
export const resolvers = (keep = () => {}) => ({
  Query: {
    spectrumBytime: (_, args, { authorization }, info) => (keep(info), spectrumBytime(args, authorization)),
    ctTimeseries: (_, args, { authorization }, info) => (keep(info), ctTimeseries(args, authorization)),
  },
});
