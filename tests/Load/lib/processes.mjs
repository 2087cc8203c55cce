// Processes that a run starts: each under its pin, each ended by its id, whatever happens.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { artifacts } from './paths.mjs';

/** The server under load has core 0 to itself; everything else is on core 1. */
export const serverCore = 0;
export const otherCore = 1;

const running = new Set();

export const runningPids = () => [...running].map((child) => child.pid);

/** Starts `command` on one core. What it prints goes to a file: a pipe would have this process read while it measures. */
export function start(name, core, command, args, environment = {}) {
  mkdirSync(`${artifacts}logs`, { recursive: true });
  const log = createWriteStream(`${artifacts}logs/${name}.log`);
  // taskset becomes the command, so that the id is the server's own.
  const child = spawn('taskset', ['-c', String(core), command, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  running.add(child);
  const ended = new Promise((resolve) => child.once('close', resolve));
  ended.then(() => running.delete(child));
  child.once('error', () => running.delete(child));
  return {
    name,
    pid: child.pid,
    get hasEnded() {
      return child.exitCode !== null || child.signalCode !== null;
    },
    log: `${artifacts}logs/${name}.log`,
    async stop() {
      // At once: nothing here has anything to save, and not every server heeds SIGTERM.
      child.kill('SIGKILL');
      await ended;
      // What the runtime wrote for perf, which looks for it there and nowhere else.
      for (const kind of ['perf', 'perfinfo']) rmSync(`/tmp/${kind}-${child.pid}.map`, { force: true });
    },
  };
}

/** Runs a command to its end and gives what it printed; throws where it fails. */
export function run(command, args, { core, cwd, environment = {}, timeoutSeconds = 300 } = {}) {
  const pinned = core === undefined ? [command, args] : ['taskset', ['-c', String(core), command, ...args]];
  const child = spawn(...pinned, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
  running.add(child);
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutSeconds * 1000);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      running.delete(child);
      if (code === 0) resolve(output);
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output.slice(-2000)}`));
    });
  });
}

export async function isInstalled(command) {
  try {
    await run('which', [command]);
    return true;
  } catch {
    return false;
  }
}

/** A port that nobody listens on now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Last resort: nothing that was started outlives this process. */
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
