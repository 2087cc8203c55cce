// Builds everything as it is published, outside the tree's own output.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { artifacts, load, peers, repository } from './paths.mjs';
import { run } from './processes.mjs';

export const dll = (project) => `${artifacts}${project}/${project}.dll`;

/** How the image publishes the gateway, so that what is measured is what is shipped. */
function shippedArguments() {
  const line = /^RUN dotnet publish src\/Gateway (.*)$/m.exec(readFileSync(`${repository}Dockerfile`, 'utf8'));
  if (!line) throw new Error('The Dockerfile has no `RUN dotnet publish src/Gateway`.');
  return line[1].replace('--no-restore', '').replace(/(--output|-o) \S+/, '').split(/\s+/).filter(Boolean);
}

/** What the image sets for .NET itself. */
export const shippedEnvironment = () =>
  Object.fromEntries([...readFileSync(`${repository}Dockerfile`, 'utf8').matchAll(/\b(DOTNET_\w+)=(\S+)/g)].map(([, name, value]) => [name, value]));

/** The same, compiled ahead of time to machine code. */
const nativeArguments = ['--configuration', 'Release', '--runtime', 'linux-x64', '-p:PublishAot=true', '-p:InstallIde=false', '-p:Sandbox=false'];

export async function buildAll(more, withNative) {
  const publish = async (project, folder, ...args) => {
    const output = `${artifacts}${project}`;
    rmSync(output, { recursive: true, force: true });
    await run('dotnet', ['publish', folder, ...args, '--output', output, '--nologo', '--verbosity', 'quiet'], { cwd: repository, timeoutSeconds: 900 });
  };
  // Before the others, since it restores packages that they don't have.
  if (withNative) await publish('Gateway.Native', 'src/Gateway', ...nativeArguments);
  await publish('Gateway', 'src/Gateway', ...shippedArguments(), ...more);
  for (const [project, folder] of [['Gateway.Sandbox', 'src/Gateway.Sandbox'], ...['BareKestrel', 'OpenLoop', 'Counts'].map((name) => [name, `${load}${name}`])])
    await publish(project, folder, '--configuration', 'Release', '-p:UseAppHost=false');
}

/** Throws where npm or its registry is not there. */
export async function installPeers() {
  if (!existsSync(`${peers}node_modules`)) await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: peers, timeoutSeconds: 600 });
}
