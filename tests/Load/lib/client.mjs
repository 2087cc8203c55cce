// Single requests beside the load: the first answer of a server, and samples of what it sends.
import { once } from 'node:events';
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/** One request; `headers` as they came, their names as written. */
export async function ask(url, token, body, more = {}) {
  const call = request(`${url}/graphql`, {
    agent,
    method: 'POST',
    signal: AbortSignal.timeout(30_000),
    headers: { accept: 'application/json', 'content-type': 'application/json', authorization: `Bearer ${token}`, 'content-length': Buffer.byteLength(body), ...more },
  });
  call.end(body);
  const [response] = await once(call, 'response');
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk;
  const headers = {};
  for (let i = 0; i < response.rawHeaders.length; i += 2) headers[response.rawHeaders[i]] = response.rawHeaders[i + 1];
  return { status: response.statusCode, headers, text };
}

/** Throws unless the answer holds data and no error. */
export function expectData({ status, text }, who) {
  if (status !== 200 || !text.startsWith('{"data":{') || text.includes('"errors":')) throw new Error(`${who} answered ${status}: ${text.slice(0, 500)}`);
  return text;
}

/** The same for an answer that is not GraphQL's. */
export function expectStatus({ status, text }, who) {
  if (status !== 200) throw new Error(`${who} answered ${status}: ${text.slice(0, 500)}`);
  return text;
}

/** Asks again until a server that was just started answers rightly; gives that answer. */
export async function firstAnswer(server, token, body, expect = expectData, seconds = 60) {
  const end = performance.now() + seconds * 1000;
  while (true) {
    try {
      const answer = await ask(server.url, token, body);
      expect(answer, server.name);
      return answer;
    } catch (error) {
      if (server.hasEnded || performance.now() > end) throw new Error(`${server.name} does not answer (${error.message}). ${server.log} may say why.`);
      // Nobody listens yet: there is no signal to wait for, so it is asked again at once, from the other core.
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
}
