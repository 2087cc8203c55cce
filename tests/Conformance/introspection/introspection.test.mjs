// What GraphiQL and every client generator do first: ask for the schema and build their own of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import * as graphql16 from 'graphql16';
import * as graphql17 from 'graphql';
import { startGateway } from '../build.mjs';

let gateway;
before(async () => { gateway = await startGateway(); });
after(() => gateway?.stop());

const ask = async (query) => {
  const response = await fetch(gateway.endpoint, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }),
  });
  const answer = await response.json();
  assert.equal(answer.errors, undefined);
  return answer.data;
};

const sdl = readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8');
const everything = { descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true };

for (const [version, graphql] of [['16', graphql16], ['17', graphql17]]) {
  const { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema, validateSchema } = graphql;

  test(`graphql-js ${version} builds the schema of the introspection, and it is the exported one`, async () => {
    const schema = buildClientSchema(await ask(getIntrospectionQuery(everything)));
    assert.deepEqual(validateSchema(schema), []);
    assert.equal(printSchema(lexicographicSortSchema(schema)), printSchema(lexicographicSortSchema(buildSchema(sdl))));
  });

  test(`graphql-js ${version} builds it of what GraphiQL and older clients ask`, async () => {
    for (const options of [{}, { schemaDescription: true, inputValueDeprecation: true }, { descriptions: false }]) {
      assert.deepEqual(validateSchema(buildClientSchema(await ask(getIntrospectionQuery(options)))), []);
    }
  });
}

test('types are found one by one, as Banana Cake Pop looks for them', async () => {
  const { found, none } = await ask('{ found: __type(name: "__Directive") { fields { name } } none: __type(name: "Nothing") { name } }');
  assert(found.fields.some(({ name }) => name === 'isRepeatable'));
  assert.equal(none, null);
});
