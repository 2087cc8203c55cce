// The five busiest data centres of a zone in the last day.
//
//     node locations.mjs
//
// GATEWAY_URL, CLOUDFLARE_API_TOKEN and CLOUDFLARE_ZONE_ID are those of the gateway's sandbox if they are not set.
import { setTimeout } from 'node:timers/promises';

const {
  GATEWAY_URL = 'http://localhost:8080/graphql',
  CLOUDFLARE_API_TOKEN = 'sandbox-token-for-everything',
  CLOUDFLARE_ZONE_ID = '023e105f4ecef8ad9ca31a8372d0c353',
} = process.env;

const query = `
  query Locations($zone: ID!, $count: Int!) {
    spectrumBytime(zoneId: $zone, timeDelta: HOUR, window: "24h", dimensions: [COLO_NAME]) {
      dataConnection(first: $count, order: [{ totals: { count: DESC } }]) {
        totalCount
        nodes { dimensions { coloName } totals { count bytesEgress } }
      }
    }
  }`;

/** The answer. Tries again if all of its errors say when, and soon. */
async function ask(query, variables, attempts = 3) {
  const response = await fetch(GATEWAY_URL, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${CLOUDFLARE_API_TOKEN}` },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(30_000),
  });
  const answer = await response.json(); // Errors are JSON under any status.
  // Not a number, if an error does not say.
  const wait = Math.max(...answer.errors?.map((error) => error.extensions?.retryAfterSeconds) ?? [NaN]);
  if (attempts === 1 || !(wait <= 30)) return answer;
  console.error(`${answer.errors[0].extensions.code}: again in ${wait} s.`);
  await setTimeout(wait * 1000);
  return ask(query, variables, attempts - 1);
}

const { data, errors = [] } = await ask(query, { zone: CLOUDFLARE_ZONE_ID, count: 5 });
for (const { message, extensions } of errors) console.error(`${message} [${extensions?.code}]`);
process.exitCode = errors.length ? 1 : 0;

if (data?.spectrumBytime) {
  const { totalCount, nodes } = data.spectrumBytime.dataConnection;
  console.log(`The busiest of ${totalCount} data centres, the last 24 hours`);
  console.table(nodes.map(({ dimensions, totals }) => ({
    'data centre': dimensions.coloName,
    connections: totals.count,
    'MB sent': Math.round(totals.bytesEgress / 1e6),
  })));
}
