// Starts what the .NET build made, on a free port, for one test file.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The build of a project: that of CONFIGURATION where it is set, else the one in the tree. */
export function findBuild(project, folder) {
  const configurations = process.env.CONFIGURATION ? [process.env.CONFIGURATION] : ['Release', 'Debug'];
  const dll = configurations
    .map((configuration) => fileURLToPath(new URL(`../../${folder}/${project}/bin/${configuration}/net10.0/${project}.dll`, import.meta.url)))
    .find(existsSync);
  if (!dll) throw new Error(`${project} is not built: dotnet build ${folder}/${project}`);
  return dll;
}

/** Ends when the project listens; `stop` ends it. */
export async function start(project, environment = {}, { folder = 'src', args = ['--urls', 'http://127.0.0.1:0'] } = {}) {
  const server = spawn('dotnet', [findBuild(project, folder), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const ended = new Promise((resolve) => server.once('close', resolve));
  const address = await new Promise((resolve, reject) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      const match = /Now listening on: (http:\/\/[^\s"]+)/.exec(line);
      if (match) resolve(match[1]);
    });
    server.once('error', reject);
    ended.then((code) => reject(new Error(`${project} ended with code ${code}`)));
  });
  return {
    address,
    async stop() {
      server.kill('SIGTERM');
      await ended;
    },
  };
}

/** The gateway over a sandbox in its own process. */
export async function startGateway(environment = {}) {
  const gateway = await start('Gateway', { ASPNETCORE_ENVIRONMENT: 'Development', Hosting__DrainPeriod: '00:00:00', ...environment });
  return { ...gateway, endpoint: `${gateway.address}/graphql`, authorization: 'Bearer sandbox-token-for-everything' };
}

/** A schema alone, with deterministic resolvers: that of a file, or with `--code-first` one that is built from C#. */
export async function startSchema(schema) {
  const host = await start('Conformance.Host', {}, { folder: 'tests', args: [schema, '--port', '0'] });
  return { ...host, endpoint: `${host.address}/graphql` };
}
