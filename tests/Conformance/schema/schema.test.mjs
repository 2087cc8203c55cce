// The schema keeps its promises: names, descriptions, deprecations, and no break that the changelog does not name.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { buildSchema } from 'graphql';
import { base, newLinesOf, unnamedBreaks } from './changes.mjs';
import { withoutReplacement } from './deprecations.mjs';
import { lint } from './lint.mjs';

const read = (name) => readFile(new URL(`../../../schema/${name}`, import.meta.url), 'utf8');
const schema = await read('schema.graphql');

test('names and descriptions of the schema follow the rules', async () => assert.deepEqual(await lint(schema), []));

describe('what is deprecated', () => {
  test('in the schema says what replaces it', () => assert.deepEqual(withoutReplacement(buildSchema(schema)), []));

  const found = (members) => withoutReplacement(buildSchema(`type Query { ${members} } type T { b: Int  c: Int @deprecated(reason: "Use \`b\`.") }`));
  test('without a reason is found', () => assert.deepEqual(found('t: T a: Int @deprecated'), ['Query.a']));
  test('with a reason that names nothing is found', () => assert.deepEqual(found('t: T a: Int @deprecated(reason: "Old.")'), ['Query.a']));
  test('in favour of what is not there is found', () => assert.deepEqual(found('t: T a: Int @deprecated(reason: "Use `z`.")'), ['Query.a']));
  test('in favour of what is deprecated is found', () => assert.deepEqual(found('t: T a: Int @deprecated(reason: "Use `T.c`.")'), ['Query.a']));
  test('may name its neighbour, or another type\'s field', () =>
    assert.deepEqual(found('t(x: Int @deprecated(reason: "Use `y`.") y: Int): T a: Int @deprecated(reason: "Use `T.b`.")'), []));
});

describe('a change that breaks callers', () => {
  const before = base();
  test('of the schema is named by its changelog', { skip: before ? false : 'git does not have the commit to compare with' }, async () => {
    const breaks = await unnamedBreaks(before.schema, schema, newLinesOf(before.changelog, await read('CHANGELOG.md')));
    assert.deepEqual(breaks, [], `Since ${before.commit}: keep the old form and deprecate it, or name it in schema/CHANGELOG.md.`);
  });

  const old = 'type Query { a(b: Int): Int! t: T } type T { c: Int d: E } enum E { F G }';
  const breaks = (changed, ...lines) => unnamedBreaks(old, changed, lines);
  for (const [change, changed, path, name] of [
    ['a field that is gone', old.replace('c: Int', ''), 'T.c', 'T.c'],
    ['a root field that is gone', old.replace('a(b: Int): Int!', ''), 'Query.a', 'a'],
    ['another type of a field', old.replace('c: Int', 'c: [Int]'), 'T.c', 'T.c'],
    ['a result that can now be null', old.replace('Int!', 'Int'), 'Query.a', 'a'],
    ['an argument that is gone', old.replace('(b: Int)', ''), 'Query.a.b', 'a(b:)'],
    ['an argument that is now required', old.replace('b: Int', 'b: Int!'), 'Query.a.b', 'Query.a(b:)'],
    ['an enum value that is gone', old.replace('G', ''), 'E.G', 'E.G'],
  ]) {
    test(`such as ${change} is refused unless it is named`, async () => {
      assert.deepEqual((await breaks(changed)).map((line) => line.split(':')[0]), [path]);
      assert.deepEqual((await breaks(changed, `- \`other\` is gone. ${path} is mentioned, but not as code.`)).length, 1);
      assert.deepEqual(await breaks(changed, `- \`${name}\` is different.`), []);
    });
  }

  test('is told from one that does not', async () =>
    assert.deepEqual(await breaks(old.replace('c: Int', '"C." c: Int! n(m: Int): Int').replace('b: Int', 'b: Int o: Int')), []));
  test('is not named by a line that the changelog had before', () =>
    assert.deepEqual(newLinesOf('# Log\n- `T.c` is new.', '# Log\n- `T.d` is gone.\n- `T.c` is new.'), ['- `T.d` is gone.']));
});
