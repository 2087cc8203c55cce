// A copy of what a checkout has for the examples, without what was built or installed in it.
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const made = new Set(['node_modules', 'dist', 'generated']);

/** The path of `src/examples` in a new folder; it goes when the test has ended. */
export async function copyExamples(t) {
  const folder = await mkdtemp(join(tmpdir(), 'examples-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  for (const path of ['global.json', 'schema', 'src/examples']) {
    await cp(join(root, path), join(folder, path), { recursive: true, filter: (source) => !made.has(basename(source)) });
  }
  return join(folder, 'src/examples');
}

/** Runs a program to its end. `onStart` gets a function that presses Ctrl+C. */
export async function run([program, ...args], { cwd, env, onStart }) {
  // A group of its own, as a terminal makes it: Ctrl+C reaches all of its processes.
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', (text) => { output[name] += text; });
  onStart?.(() => process.kill(-child.pid, 'SIGINT'));
  // A program that hangs fails its test, and does not outlive it.
  const hanging = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), 240_000);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => clearTimeout(hanging));
  return { code, ...output };
}

/** A server in front of the gateway: `first` answers the first request, and the gateway the others. */
export async function startBefore(t, endpoint, first) {
  let requests = 0;
  const server = createServer(async (request, response) => {
    if (++requests === 1) return first(request, response);
    const chunks = await request.toArray();
    const { 'content-type': type, authorization } = request.headers;
    const answer = await fetch(endpoint, { method: 'POST', headers: { 'content-type': type, authorization }, body: Buffer.concat(chunks) });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') });
    response.end(await answer.text());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => { server.closeAllConnections(); server.close(); });
  return { url: `http://127.0.0.1:${server.address().port}/graphql`, get requests() { return requests; } };
}
