// One run: build, suites, tables.
import { buildAll, installPeers } from './lib/build.mjs';
import { readOptions } from './lib/options.mjs';
import { isInstalled } from './lib/processes.mjs';
import { writeReport } from './lib/report.mjs';
import { given, launches, observed, startSandbox } from './lib/servers.mjs';

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
  await buildAll(options.publish, options.only.includes('native'));
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
if (options.servers.has('telemetry')) peers.telemetry = await observed();
for (const { name, command } of options.peers) peers[name] = given(command);

const sandbox = await startSandbox();
const results = {};
for (const name of options.only) {
  say.progress(`suite: ${name}`);
  const suite = await import(`./suites/${name}.mjs`);
  try {
    results[name] = await suite.run({ options, sandbox, peers, say });
  } catch (error) {
    // The other suites still have something to tell.
    say.missing(`${name}: ${error.message}`);
    process.exitCode = 1;
  }

  // After each suite, so that what is seen by then is not lost with a run that is broken off.
  writeReport({ options: { ...options, keep: false }, results, missing });
}
await sandbox.stop();

console.log(writeReport({ options, results, missing }));
process.exit();
