// Starts the built sandbox on a free port, for one test file.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const builds = ['Release', 'Debug'].map((configuration) =>
  fileURLToPath(new URL(`../../../src/Gateway.Sandbox/bin/${configuration}/net10.0/Gateway.Sandbox.dll`, import.meta.url)));

/** SANDBOX_DLL names the build to test; otherwise the one in the tree is taken. */
function findBuild() {
  const dll = process.env.SANDBOX_DLL ?? builds.find(existsSync);
  if (!dll) throw new Error('The sandbox is not built: dotnet build src/Gateway.Sandbox');
  return dll;
}

export async function startSandbox() {
  const sandbox = spawn('dotnet', [findBuild(), '--urls', 'http://127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => sandbox.once('close', resolve));
  const address = await new Promise((resolve, reject) => {
    createInterface({ input: sandbox.stdout }).on('line', (line) => {
      const match = /Now listening on: (http:\/\/\S+)/.exec(line);
      if (match) resolve(match[1]);
    });
    sandbox.once('error', reject);
    ended.then((code) => reject(new Error(`The sandbox ended with code ${code}`)));
  });
  return {
    baseURL: `${address}/client/v4`,
    async lastCall() {
      const response = await fetch(`${address}/sandbox/calls`);
      return (await response.json()).last.at(-1);
    },
    async calls() {
      const response = await fetch(`${address}/sandbox/calls`);
      return response.json();
    },
    async stop() {
      sandbox.kill('SIGTERM');
      await ended;
    },
  };
}
