// One run: build, suites, tables.
import { buildAll, buildGraphQLDotNet, installPeers, measureImage } from './lib/build.mjs';
import { readOptions } from './lib/options.mjs';
import { isInstalled } from './lib/processes.mjs';
import { writeReport } from './lib/report.mjs';
import { given, launches, startSandbox } from './lib/servers.mjs';

const options = readOptions(process.argv.slice(2));
const begin = performance.now();
const missing = [];
const say = {
  progress: (line) => console.error(`${String(Math.round((performance.now() - begin) / 1000)).padStart(5)} s  ${line}`),
  missing: (line) => {
    missing.push(line);
    console.error(`NOT MEASURED: ${line}`);
  },
};

for (const tool of ['wrk', 'taskset', 'dotnet']) {
  if (await isInstalled(tool)) continue;
  console.error(`tests/Load needs ${tool}.`);
  process.exit(1);
}

if (options.profile && !(await isInstalled('perf'))) {
  say.missing('profiles: there is no perf');
  options.profile = false;
}
// With maps, perf finds the names of what is compiled just in time, which it can't where code is mapped twice. Writing them takes time at
// the start, so that other suites go without.
const mapped = { DOTNET_PerfMapEnabled: '1', DOTNET_EnableWriteXorExecute: '0' };
const profiled = ['hits', 'fresh', 'misses'];

measureImage(options.image);
if (options.build) {
  say.progress('building');
  // The hook that counts in the suite of memory needs the runtime that compiles just in time.
  await buildAll(new Set([options.image, ...(options.only.includes('native') ? ['jit', 'native'] : []), ...(options.only.includes('memory') ? ['jit'] : [])]), options.publish);
}

const peers = {};
await bring(['graphql-dotnet'], () => options.build && buildGraphQLDotNet());
await bring(['apollo', 'yoga', 'hive'], installPeers);
for (const { name, command } of options.peers) peers[name] = given(command);

const sandbox = await startSandbox();
const results = {};
for (const name of options.only) {
  say.progress(`suite: ${name}`);
  const suite = await import(`./suites/${name}.mjs`);
  const profile = options.profile && profiled.includes(name);
  for (const [variable, value] of Object.entries(mapped)) {
    if (profile) process.env[variable] = value;
    else delete process.env[variable];
  }

  try {
    results[name] = await suite.run({ options: { ...options, profile }, sandbox, peers, say });
  } catch (error) {
    // The other suites still have something to tell.
    say.missing(`${name}: ${error.message}`);
    process.exitCode = 1;
    results[name] = {};
  }

  // After each suite, so that what is seen by then is not lost with a run that is broken off.
  writeReport({ options: { ...options, keep: false }, results, missing });
}
await sandbox.stop();

console.log(writeReport({ options, results, missing }));
process.exit();

/** Those of the peers that are asked for, if they can be had. */
async function bring(names, install) {
  const wanted = names.filter((name) => options.servers.has(name));
  if (wanted.length === 0) return;
  try {
    await install();
    for (const name of wanted) peers[name] = launches[name];
  } catch (error) {
    say.missing(`${wanted.join(', ')}: ${error.message}`);
  }
}
