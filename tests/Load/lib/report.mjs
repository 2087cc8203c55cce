// What a run leaves behind: report.md, results.json and pictures.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { image, measured } from './build.mjs';
import { load } from './paths.mjs';
import { cpuModel } from './proc.mjs';
import { barPicture, growthPicture } from './svg.mjs';
import { details, markdown, rows } from './table.mjs';

const axes = {
  points: ['Cost of a hit by points in the answer', 'points in the answer'],
  entries: ['Cost of a hit by entries in the cache', 'entries in the cache'],
  tokens: ['Cost of a hit by tokens that take turns', 'tokens'],
  connections: ['Cost of a hit by connections', 'connections'],
};

/** Writes everything into a folder and gives the report's text. */
export function writeReport({ options, results, missing }) {
  const pictures = draw(results);
  const list = rows(results, options);
  const text = (pictureFolder) => [
    markdown(list, `${measured()}, ${image}`),
    details(results),
    `Conditions: ${conditions(options)}`,
    ...(missing.length ? [`Not measured:\n\n${missing.map((line) => `- ${line.split('\n')[0]}`).join('\n')}`] : []),
    ...Object.keys(pictures).map((name) => `![${axes[name]?.[0] ?? 'Cache hits of all servers'}](${pictureFolder}${name}.svg)`),
  ].filter(Boolean).join('\n\n');

  writePictures(options.results, pictures);
  writeFileSync(`${options.results}/report.md`, `${text('')}\n`);
  writeFileSync(`${options.results}/results.json`, JSON.stringify({ measured: measured(), image, rows: list, missing, results }, null, 1));
  if (options.keep) {
    writePictures(`${load}pictures`, pictures);
    const heading = '## Results\n';
    const [how, old] = readFileSync(`${load}README.md`, 'utf8').split(heading);
    // What people wrote about the results stays, for people to correct.
    const [, about] = old.split(/^(?=### )/m);
    writeFileSync(`${load}README.md`, [`${how}${heading}\n${text('pictures/')}\n`, about].filter(Boolean).join('\n'));
  }

  return text('');
}

function writePictures(folder, pictures) {
  mkdirSync(folder, { recursive: true });
  for (const [name, svg] of Object.entries(pictures)) writeFileSync(`${folder}/${name}.svg`, svg);
}

function draw({ hits, growth }) {
  const pictures = {};
  if (hits && Object.values(hits).some(({ servers }) => servers.bare)) {
    const groups = Object.values(hits)
      .filter(({ servers }) => servers.bare)
      .map(({ title, servers }) => ({
        title,
        bars: Object.entries(servers).map(([name, { rate }]) => ({ name, value: rate / Math.max(...Object.values(servers).map((server) => server.rate)) })),
      }));
    pictures.hits = barPicture('Cache hits: requests a second, the fastest being 1', groups);
  }
  for (const [name, line] of Object.entries(growth ?? {})) if (line.length > 1) pictures[name] = growthPicture(...axes[name], line, name === 'points');
  return pictures;
}

function conditions({ rounds, windows, seconds, noise }) {
  const version = (command, ...args) => execFileSync(command, args, { encoding: 'utf8' }).trim();
  return [
    `${cpus().length} × ${cpuModel()}`,
    `.NET SDK ${version('dotnet', '--version')}, Node ${process.versions.node}`,
    'server on core 0, everything else on core 1, 32 connections, 32 tokens × 64 sets of variables',
    `${rounds} interleaved rounds of ${windows} windows of ${seconds} s; windows in which other processes took more than ${Math.round(noise * 100)} % of a core do not count`,
    'ratios are medians over rounds, and the lower of that by rate and that by CPU a request',
  ].join('; ') + '.';
}
