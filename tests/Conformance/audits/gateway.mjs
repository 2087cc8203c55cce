// Starts the built gateway on a free port, over its sandbox, for one test file.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** CONFIGURATION says which of the builds in the tree. */
export async function startGateway(environment, ...settings) {
  const dll = new URL(`../../../src/Gateway/bin/${process.env.CONFIGURATION ?? 'Release'}/net10.0/Gateway.dll`, import.meta.url);
  const gateway = spawn('dotnet', [fileURLToPath(dll), '--urls', 'http://127.0.0.1:0', '--environment', environment, ...settings], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Lines about where it listens are wanted, whatever the settings say of others.
    env: { ...process.env, 'Logging__LogLevel__Microsoft.Hosting.Lifetime': 'Information' },
  });
  const ended = new Promise((resolve) => gateway.once('close', resolve));
  const address = await new Promise((resolve, reject) => {
    createInterface({ input: gateway.stdout }).on('line', (line) => {
      const match = /Now listening on: (http:\/\/[^\s"]+)/.exec(line);
      if (match) resolve(match[1]);
    });
    gateway.once('error', reject);
    ended.then((code) => reject(new Error(`The gateway ended with code ${code}; is it built?`)));
  });
  return {
    url: `${address}/graphql`,
    async stop() {
      gateway.kill('SIGTERM');
      await ended;
    },
  };
}
