import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/** Changes that break callers and that no new line of the changelog names, in backticks: `Type.field`, `Type.field(argument:)`. */
export async function unnamedBreaks(before, after, newLines) {
  const named = new Set([...newLines.join('\n').matchAll(/`([^`]+)`/g)].map(([, text]) => text));
  return (await diff(buildSchema(before), buildSchema(after)))
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .filter(({ path }) => !namesOf(path).some((name) => named.has(name)))
    .map(({ path, message }) => `${path}: ${message}`);
}

/** How a changelog may write a path: fields of the query without `Query`, arguments as coordinates. */
function namesOf(path) {
  const names = [path, path.replace(/^Query\./, '')];
  return [...names, ...names.map((name) => name.replace(/\.(\w+)$/, '($1:)'))];
}

/** The lines of a text that another lacks. */
export const newLinesOf = (before, after) => after.split('\n').filter((line) => !new Set(before.split('\n')).has(line));

const root = fileURLToPath(new URL('../../../', import.meta.url));

function git(...args) {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return null;
  }
}

/**
 * What callers have: SCHEMA_BASE if it names a commit, else where the branch left main; on main, the commit before. Null without git's
 * history.
 */
export function base() {
  const head = git('rev-parse', 'HEAD');
  const main = ['origin/main', 'main'].find((name) => git('rev-parse', '--verify', name));
  const left = main && git('merge-base', 'HEAD', main);
  const commit = process.env.SCHEMA_BASE || (left && left !== head ? left.trim() : 'HEAD^1');
  const [schema, changelog] = ['schema.graphql', 'CHANGELOG.md'].map((file) => git('show', `${commit}:schema/${file}`));
  return schema && { commit, schema, changelog: changelog ?? '' };
}
