// Builds everything as it is published, outside the tree's own output.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { artifacts, load, peers, repository } from './paths.mjs';
import { run } from './processes.mjs';

export const dll = (project) => `${artifacts}${project}/${project}.dll`;

/** The two ways to publish the gateway. The Dockerfile's own arguments stand in for the one that it has. */
const common = ['--configuration', 'Release', '--runtime', 'linux-x64', '-p:InstallIde=false', '-p:Sandbox=false'];
const ways = {
  jit: [...common, '--self-contained', 'false', '-p:PublishReadyToRun=true', '-p:UseAppHost=false'],
  native: [...common, '-p:PublishAot=true'],
};

const dockerfile = () => readFileSync(`${repository}Dockerfile`, 'utf8').replace(/\\\n\s*/g, ' ');

/** How the image publishes the gateway: the one place that says what all suites measure unless `--image` says otherwise. */
export function shipped() {
  const line = /^RUN (?:.* )?dotnet publish src\/Gateway ([^&|\n]*)/m.exec(dockerfile());
  if (!line) throw new Error('The Dockerfile has no `RUN dotnet publish src/Gateway`.');
  const args = line[1].replace('--no-restore', '').replace(/(--output|-o) \S+/, '').split(/\s+/).filter(Boolean);
  return { way: args.includes('-p:PublishAot=true') ? 'native' : 'jit', args };
}

/** What the image sets for .NET itself. */
export const shippedEnvironment = () => Object.fromEntries([...dockerfile().matchAll(/\b(DOTNET_\w+)=(\S+)/g)].map(([, name, value]) => [name, value]));

/** The published gateway that is measured: `jit` or `native`. */
export let image = shipped().way;

export const measureImage = (way) => (image = way);

/** How the published gateway is started. */
export const program = (way = image) =>
  way === 'native' ? { command: `${artifacts}Gateway.native/Gateway`, args: [] } : { command: 'dotnet', args: [`${artifacts}Gateway.jit/Gateway.dll`] };

/** Publishes the gateway in each of the ways, and what else a run starts; `more` are arguments for the gateway. */
export async function buildAll(wanted, more) {
  const from = await commit();
  // Before the others, since it restores packages that they don't have.
  for (const way of [...wanted].sort().reverse())
    await publish(`Gateway.${way}`, 'src/Gateway', ...(shipped().way === way ? shipped().args : ways[way]), ...more);
  for (const [project, folder] of [['Gateway.Sandbox', 'src/Gateway.Sandbox'], ...['BareKestrel', 'OpenLoop', 'Counts'].map((name) => [name, `${load}${name}`])])
    await publish(project, folder, '--configuration', 'Release', '-p:UseAppHost=false');
  writeFileSync(built, [from, ...more].join(', '));
}

async function publish(name, folder, ...args) {
  const output = `${artifacts}${name}`;
  rmSync(output, { recursive: true, force: true });
  await run('dotnet', ['publish', folder, ...args, '--output', output, '--nologo', '--verbosity', 'quiet'], { cwd: repository, timeoutSeconds: 1800 });
}

const built = `${artifacts}built`;

/** What the last build was made from. */
export const measured = () => (existsSync(built) ? readFileSync(built, 'utf8') : 'a build of an unknown commit');

async function commit() {
  const git = async (...args) => (await run('git', args, { cwd: repository })).trim();
  try {
    return `commit ${await git('rev-parse', '--short', 'HEAD')}, ${(await git('status', '--porcelain')) ? 'with changes that are in no commit' : 'clean tree'}`;
  } catch {
    return 'an unknown commit';
  }
}

/** Throws where npm or its registry is not there. */
export async function installPeers() {
  if (!existsSync(`${peers}node_modules`)) await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: peers, timeoutSeconds: 600 });
}

/** Throws where NuGet does not serve its packages. */
export const buildGraphQLDotNet = () => publish('GraphQLDotNet', `${peers}graphql-dotnet`, '--configuration', 'Release', '-p:UseAppHost=false');
