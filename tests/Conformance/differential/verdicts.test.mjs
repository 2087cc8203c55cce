// The same schemas are refused by the engine and by graphql-js; what graphql-js lets pass against the specification is listed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Random } from './random.mjs';
import { differing, forbidden, valid } from './schema-cases.mjs';
import { mutateSchema } from './schema-mutations.mjs';
import { engineVerdicts, isForbiddenBySpecification, oracleVerdict } from './verdicts.mjs';

const count = +(process.env.SCHEMAS ?? 3000);
const seed = +(process.env.SEED ?? 1);

describe('whether a schema is valid', () => {
  it('is the same for both where a schema is valid', async () => {
    const verdicts = await engineVerdicts(valid);
    valid.forEach((sdl, index) => assert.deepEqual([oracleVerdict(sdl), verdicts[index]], [[], []], sdl));
  });

  it('is the same for both where a schema is forbidden', async () => {
    const verdicts = await engineVerdicts(forbidden);
    forbidden.forEach((sdl, index) => assert.deepEqual([oracleVerdict(sdl).length > 0, verdicts[index].length > 0], [true, true], sdl));
  });

  it('is as the specification says where graphql-js differs', async () => {
    const verdicts = await engineVerdicts(differing.map(({ sdl }) => sdl));
    differing.forEach(({ sdl, isValid }, index) =>
      assert.deepEqual([oracleVerdict(sdl).length === 0, verdicts[index].length === 0], [!isValid, isValid], sdl));
  });

  it(`is the same for both for ${count} generated schemas`, async () => {
    const random = new Random(seed);
    const bases = [...valid, ...['kitchen', 'wide'].map((name) => readFileSync(new URL(`schemas/${name}.graphql`, import.meta.url), 'utf8'))];
    const schemas = Array.from({ length: count }, () => mutateSchema(random.pick(bases), random));
    const verdicts = await engineVerdicts(schemas);
    let accepted = 0;
    const differences = schemas.map((sdl, index) => ({ sdl, engine: verdicts[index], oracle: oracleVerdict(sdl) })).filter(({ sdl, engine, oracle }) => {
      if (engine.length === 0) accepted++;
      return (engine.length === 0) !== (oracle.length === 0 && !isForbiddenBySpecification(sdl));
    });
    assert.equal(differences.length, 0, JSON.stringify(differences.slice(0, 3), null, 2));
    // What is compared is worth it: many are valid, and many are not.
    assert.ok(accepted > count / 10 && accepted < count / 2, `${accepted} of ${count} are valid`);
  });
});
