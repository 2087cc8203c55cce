// One run: build, suites, tables.
import { mkdirSync, writeFileSync } from 'node:fs';
import { buildAll, installPeers } from './lib/build.mjs';
import { readOptions } from './lib/options.mjs';
import * as paths from './lib/paths.mjs';
import { isInstalled } from './lib/processes.mjs';
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

if (options.build) {
  say.progress('building');
  await buildAll(options.publish);
}

const peers = Object.fromEntries(['apollo', 'yoga', 'hive'].filter((name) => options.servers.has(name)).map((name) => [name, launches[name]]));
if (Object.keys(peers).length > 0) {
  try {
    await installPeers();
  } catch (error) {
    say.missing(`${Object.keys(peers).join(', ')}: ${error.message}`);
    Object.keys(peers).forEach((name) => delete peers[name]);
  }
}
for (const { name, command } of options.peers) peers[name] = given(command);

const sandbox = await startSandbox();
const results = {};
for (const name of options.only) {
  say.progress(`suite: ${name}`);
  const suite = await import(`./suites/${name}.mjs`);
  results[name] = await suite.run({ options, sandbox, peers, say });
}
await sandbox.stop();

const folder = options.results ?? paths.results;
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/results.json`, JSON.stringify({ missing, results }, null, 1));
console.log(JSON.stringify(results, (key, value) => (key === 'windows' && typeof value === 'object' ? undefined : value), 1));
