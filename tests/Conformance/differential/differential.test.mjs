// A part of what differential.mjs does: the same 2,000 documents for each schema every time.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { after, before, describe, it } from 'node:test';
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { startSchema } from '../build.mjs';
import { compareGenerated, printIntrospected } from './comparison.mjs';
import { schemas } from './schemas.mjs';

const print = async ({ endpoint }) => (await fetch(`${endpoint}/schema.graphql`)).text();

for (const [name, start] of Object.entries(schemas)) {
  describe(`the schema ${name}`, () => {
    let engine;
    before(async () => { engine = await start(); });
    after(() => engine?.stop());

    it('gives 2,000 generated documents the answers of graphql-js', async () => {
      const { stages, differences } = await compareGenerated(engine.endpoint, engine.schema, 2000, 1);
      assert.equal(differences.length, 0, inspect(differences[0], { depth: 8 }));
      // What is compared is worth it: much is executed, and some is refused at every stage.
      assert.ok(stages.execute > 800 && stages.validate > 200 && stages.parse > 400 && stages.request > 50, inspect(stages));
    });

    it('is the same for a client that builds it of the introspection', async () =>
      assert.equal(await printIntrospected(engine.endpoint), await printIntrospected(engine.schema)));

    it('is printed as the engine and graphql-js read it', async (t) => {
      const sdl = await print(engine);
      const folder = await mkdtemp(join(tmpdir(), 'schema-'));
      t.after(() => rm(folder, { recursive: true }));
      await writeFile(join(folder, 'schema.graphql'), sdl);
      const again = await startSchema(join(folder, 'schema.graphql'));
      t.after(again.stop);
      // What resolvers cost is said by those of a schema made of C#; one made of a document has others.
      const withoutCosts = (text) => text.replaceAll(/ @cost\(weight: "\d+"\)/g, '');
      assert.equal(await print(again), withoutCosts(sdl));
      assert.equal(await printIntrospected(again.endpoint), await printIntrospected(engine.endpoint));

      const printed = (schema) => printSchema(lexicographicSortSchema(schema));
      assert.equal(printed(buildSchema(sdl)), printed(engine.schema));
    });
  });
}
