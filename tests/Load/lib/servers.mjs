// The servers of a run. Each gets PORT, answers POST /graphql there, and is ready when it first answers rightly.
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import { dll, program, shippedEnvironment } from './build.mjs';
import { expectStatus, firstAnswer } from './client.mjs';
import { artifacts, peers } from './paths.mjs';
import { freePort, otherCore, serverCore, start } from './processes.mjs';
import { cases, tokens } from './requests.mjs';

/** The stand-in for Cloudflare. */
export async function startSandbox() {
  const port = await freePort();
  const server = start('sandbox', otherCore, 'dotnet', [dll('Gateway.Sandbox'), '--urls', `http://127.0.0.1:${port}`, '--Logging:LogLevel:Default=Warning', '--Sandbox:RateLimit=0']);
  const url = `http://127.0.0.1:${port}`;
  const calls = async () => {
    const { bytime, ctTimeseries } = await (await fetch(`${url}/sandbox/calls`)).json();
    return bytime + ctTimeseries;
  };
  return Object.assign(await listening(server, url), { url, calls });
}

/** Waits until a server answers anything at all. */
async function listening(server, url) {
  for (let tries = 0; ; tries++) {
    try {
      await fetch(`${url}/sandbox/calls`);
      return server;
    } catch (error) {
      if (server.hasEnded || tries > 3000) throw new Error(`${server.name} does not answer (${error.message}). ${server.log} may say why.`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/** Limits that stand for Cloudflare's are lifted: here the gateway itself is measured. What a version does not know it ignores. */
const lifted = {
  Cloudflare__MaxCallsPerSecond: '0',
  Cloudflare__MaxConcurrentCalls: '1000',
  Cloudflare__CredentialShare: '1',
  Cloudflare__QueueLength: '1000',
  Cloudflare__AttemptTimeout: '00:00:15',
};

/** How to start each server; `upstream` is the sandbox's address, or another's that answers like it. */
export const launches = {
  gateway: (upstream, settings = {}, way = undefined) => ({
    ...program(way),
    environment: (port) => ({
      ...shippedEnvironment(),
      ASPNETCORE_ENVIRONMENT: 'Production',
      urls: `http://127.0.0.1:${port}`,
      Cloudflare__BaseUrl: `${upstream}/client/v4`,
      Cache__Secret: randomBytes(32).toString('hex'),
      ...lifted,
      ...settings,
    }),
  }),
  'graphql-dotnet': (upstream) => ({
    command: 'dotnet',
    args: [dll('GraphQLDotNet')],
    environment: (port) => ({ ...shippedEnvironment(), PORT: String(port), SANDBOX_URL: upstream }),
  }),
  apollo: (upstream) => peer('apollo.mjs', upstream),
  yoga: (upstream) => peer('yoga.mjs', upstream),
  // A router has no resolvers: the server that it asks is on the other core, where its CPU does not count.
  hive: (upstream) => ({ ...peer('hive.mjs', upstream), behind: { ...peer('yoga.mjs', upstream), settings: { CACHE: 'off' } } }),
};

/** The gateway with 1 % of traces and all metrics and logs, which a collector takes at once and throws away. */
export async function observed() {
  const collector = createServer((request, response) => request.resume().on('end', () => response.end()));
  await new Promise((resolve) => collector.listen(0, '127.0.0.1', resolve));
  collector.unref();
  return (upstream) => launches.gateway(upstream, {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collector.address().port}`,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
    OTEL_TRACES_SAMPLER: 'traceidratio',
    OTEL_TRACES_SAMPLER_ARG: '0.01',
  });
}

const peer = (script, upstream) => ({
  command: process.execPath,
  args: [`${peers}${script}`],
  environment: (port) => ({ NODE_ENV: 'production', PORT: String(port), SANDBOX_URL: upstream }),
});

/** A peer that somebody brings: a command of the shell. The gateway's settings are there too, for another build of it. */
export const given = (command) => (upstream) => ({
  command: 'bash',
  args: ['-c', `exec ${command}`],
  environment: (port) => ({ ...launches.gateway(upstream).environment(port), PORT: String(port), SANDBOX_URL: upstream }),
});

async function launch(name, core, { command, args, environment, expect }, settings, body) {
  const port = await freePort();
  const begin = performance.now();
  const server = Object.assign(start(name, core, command, args, { ...environment(port), ...settings }), { url: `http://127.0.0.1:${port}` });
  try {
    await firstAnswer(server, tokens(1)[0], body, expect);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return Object.assign(server, { answered: performance.now() - begin });
}

/** Starts a server on its core; ready when it answered, `answered` says after how many milliseconds. */
export async function startServer(name, { behind, ...description }, body = cases.small.bodies[0]) {
  if (!behind) return launch(name, serverCore, description, {}, body);
  const second = await launch(`${name}-behind`, otherCore, behind, behind.settings, body);
  try {
    const server = await launch(name, serverCore, description, { GRAPHQL_URL: second.url }, body);
    const stop = server.stop;
    return Object.assign(server, { stop: () => Promise.all([stop(), second.stop()]) });
  } catch (error) {
    await second.stop();
    throw error;
  }
}

/** What Kestrel writes by itself, for each connection and answer. */
const ownHeaders = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']);

/** How to start bare Kestrel that sends one answer, with its headers, whatever is asked. */
export function bareLaunch(name, answer) {
  const file = `${artifacts}${name}.json`;
  const headers = Object.fromEntries(Object.entries(answer.headers).filter(([header]) => !ownHeaders.has(header.toLowerCase())));
  writeFileSync(file, JSON.stringify({ status: answer.status, headers, body: answer.text }));
  return { command: 'dotnet', args: [dll('BareKestrel')], environment: (port) => ({ PORT: String(port), ANSWER: file }) };
}

export const startBare = (name, answer) => startServer(name, bareLaunch(name, answer));

/** How to start bare Kestrel that makes one call of HttpClient for each request, to this address, and copies the body that comes. */
export const forwardLaunch = (address) => ({
  command: 'dotnet',
  args: [dll('BareKestrel')],
  environment: (port) => ({ PORT: String(port), CALL: address }),
  expect: expectStatus,
});

/**
 * An upstream that costs next to nothing: bare Kestrel, beside the generator, with the answer that the sandbox last gave. It stands
 * for Cloudflare where only the gateway is to be measured.
 */
export async function startInstantUpstream(sandbox, name) {
  const { last } = await (await fetch(`${sandbox.url}/sandbox/calls`)).json();
  const call = last.at(-1);
  const answer = await fetch(`${sandbox.url}${call.path}?${call.query}`, { headers: { authorization: `Bearer ${tokens(1)[0]}`, 'accept-encoding': 'identity' } });
  const recorded = { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
  const { command, args, environment } = bareLaunch(name, recorded);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  return Object.assign(await listening(start(name, otherCore, command, args, environment(port)), url), { url, call: `${url}${call.path}?${call.query}`, text: recorded.text });
}
