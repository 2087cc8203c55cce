// What chance reaches too seldom: edges of literals, deep merging, and where graphql-js is not the specification.
import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { after, before, describe, it } from 'node:test';
import { ask, compare } from './comparison.mjs';
import { schemas } from './schemas.mjs';

const engines = {};
before(async () => { for (const [name, start] of Object.entries(schemas)) engines[name] = await start(); });
after(() => Promise.all(Object.values(engines).map((engine) => engine.stop())));

const agree = async (name, request, stage) => {
  const { endpoint, schema } = engines[name];
  const compared = await compare(endpoint, schema, { variables: {}, ...request });
  assert.equal(compared.difference, null, inspect(compared.difference, { depth: 8 }));
  if (stage) assert.equal(compared.stage, stage);
};

describe('literals and variables at the edges of the scalars', () => {
  const edges = {
    Int: ['0', '-0', '2147483647', '-2147483648', '2147483648', '-2147483649', '1.0', '1e2', '"1"', 'true', '00', '0x1', '99999999999999999999'],
    Float: ['0', '-0.0', '1e308', '1.7976931348623157e308', '5e-324', '1e-400', '0.1', '9007199254740993', '123456789012345678901234567890', '"1"', '1.', '.5', '1e', '+1'],
    ID: ['0', '-1', '00', '99999999999999999999999', '"01"', '""', '1.5', 'true', 'A', '"\\u0000"'],
    String: ['""', '"\\uD83C\\uDFCA"', '"\\uD83C"', '"\\u{10FFFF}"', '"\\u{110000}"', '""""""', '"""\n\n  a\n   b\n\n"""', '"a\nb"', '1', 'A'],
    Boolean: ['true', 'false', '0', '"true"', 'TRUE'],
  };
  for (const [type, literals] of Object.entries(edges)) {
    it(`of ${type}`, async () => {
      for (const literal of literals) {
        await agree('kitchen', { query: `{ echo(${type.toLowerCase()}: ${literal}) }` });
        await agree('kitchen', { query: `query($v: ${type} = ${literal}) { echo(${type.toLowerCase()}: $v) }` });
      }
    });

    it(`of ${type}, as JSON`, async () => {
      for (const v of [null, 0, 1, -1, 1.5, 2147483647, 2147483648, -2147483648, -2147483649, 1e20, 1e-7, true, false, '', '1', 'é', [], [1], {}]) {
        await agree('kitchen', { query: `query($v: ${type}) { echo(${type.toLowerCase()}: $v) }`, variables: { v } });
        await agree('kitchen', { query: `query($v: ${type}!) { echo(${type.toLowerCase()}: $v, list: [1]) }`, variables: { v } });
      }
    });
  }

  it('of Long and DateTime', async () => {
    for (const literal of ['0', '-0', '9007199254740991', '-9007199254740991', '9223372036854775808', '-9223372036854775809', '1.0', '"1"', 'true']) {
      await agree('garden', { query: `{ echo(big: ${literal}) }` });
    }

    for (const text of ['2024-02-29T00:00:00Z', '2024-02-29t00:00:00z', '2024-02-29T23:59:59.5+14:00', '2023-02-29T00:00:00Z', '2024-01-01', '2024-01-01T00:00Z',
      '2024-01-01T00:00:00', '2024-13-01T00:00:00Z', '2024-01-01T24:00:01Z', '', ' 2024-01-01T00:00:00Z']) {
      await agree('garden', { query: `{ echo(since: "${text}") }` });
      await agree('garden', { query: 'query($v: DateTime) { echo(since: $v) }', variables: { v: text } });
    }
  });
});

it('fragments are merged however deep they are', async () => {
  const depth = 40;
  const fragments = Array.from({ length: depth }, (_, i) => `fragment F${i} on P { a p(i: ${i % 2}) { b } ...F${i + 1} ... on A { x { s l { n } } } }`);
  const below = Array.from({ length: depth }).reduce((inner) => `{ a p(j: [1]) ${inner} ... on P { p(j: 1) { b } } }`, '{ b }');
  await agree('wide', { query: `{ p { ...F0 } ...G } fragment G on Query { p { x { s e } } } ${fragments.join(' ')} fragment F${depth} on P { b }` });
  await agree('wide', { query: `{ deep ${below} }` });
  await agree('wide', { query: `{ deep ${below.replace(/j: 1\)/g, 'j: [1])')} deep { p(j: [1]) { __typename u { __typename } } } }` }, 'execute');
});

it('@skip and @include decide for merged fields one by one', async () => {
  const query = `query($a: Boolean!, $b: Boolean = true, $c: Boolean!) { p { x @skip(if: $a) { s } x @include(if: $b) { n } ...F @skip(if: $c) } }
    fragment F on P { x { m } a @skip(if: $a) @include(if: $b) }`;
  for (const a of [true, false]) for (const c of [true, false]) for (const b of [undefined, true, false, null]) await agree('wide', { query, variables: { a, b, c } });
});

it('__typename stands everywhere', async () => {
  await agree('wide', { query: '{ __typename us { __typename ... on P { __typename } ...F } b { __typename t: __typename } } fragment F on A { __typename }' }, 'execute');
  await agree('kitchen', { query: 'mutation { __typename add(point: { x: 1 }) { __typename } touch(ids: 1) { __typename } }' }, 'execute');
});

it('introspection takes all of its arguments', async () => {
  for (const flag of ['', '(includeDeprecated: true)', '(includeDeprecated: false)']) {
    for (const type of ['Sensor', 'Kind', 'ReadingFilter', 'Query', 'Thing', 'Named', 'Moment', 'None']) {
      await agree('kitchen', {
        query: `{ __type(name: "${type}") { kind name description specifiedByURL isOneOf interfaces { name } possibleTypes { name }
          fields${flag} { name description isDeprecated deprecationReason args${flag} { name defaultValue isDeprecated deprecationReason } type { kind name ofType { name } } }
          inputFields${flag} { name defaultValue isDeprecated deprecationReason } enumValues${flag} { name isDeprecated deprecationReason } } }`,
      }, 'execute');
    }
  }
});

describe('where the specification says otherwise than graphql-js', () => {
  const answer = (request) => ask(engines.kitchen.endpoint, request);

  it('a Float beyond double precision is refused', async () => {
    assert.match((await answer({ query: '{ echo(float: 1e400) }' })).errors[0].message, /finite/);
  });

  it('a float input value is no ID and no Int', async () => {
    for (const type of ['ID', 'Int']) {
      const { errors } = await answer({ query: `query($v: ${type}) { echo(${type.toLowerCase()}: $v) }`, variables: { v: 1e21 } });
      assert.match(errors[0].message, /whole number.*not 1e\+21\.$/);
    }
  });

  it('an empty selection set is refused', async () => {
    assert.deepEqual((await answer({ query: '{ sensors { } }' })).errors[0].locations, [{ line: 1, column: 13 }]);
  });

  it('a nullable variable may stand in a oneOf position if it has a default', async () => {
    const query = 'query($v: ID = 1) { site(ref: { id: $v }) { __typename } }';
    assert.equal((await answer({ query })).errors, undefined);
    assert.equal((await answer({ query: query.replace(' = 1', '') })).data, undefined);
  });

  it('executable definitions have descriptions', async () => {
    assert.equal((await answer({ query: '"What is asked." query Q("Where." $v: Int) { echo(int: $v) }' })).errors, undefined);
  });
});
