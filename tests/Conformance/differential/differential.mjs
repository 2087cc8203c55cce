// node differential.mjs [COUNT=20000] [SEED=1] [SCHEMA …]      SHOW=n prints n differences of each schema; SCHEMA: kitchen, wide, garden, or a file
import { compareGenerated, printIntrospected } from './comparison.mjs';
import { schemas, start } from './schemas.mjs';

const [count = '20000', seed = '1', ...chosen] = process.argv.slice(2);
for (const name of chosen.length > 0 ? chosen : Object.keys(schemas)) {
  const engine = await (schemas[name]?.() ?? start(name));
  try {
    const isSame = await printIntrospected(engine.endpoint) === await printIntrospected(engine.schema);
    const { stages, differences } = await compareGenerated(engine.endpoint, engine.schema, +count, +seed);
    for (const difference of differences.slice(0, +(process.env.SHOW ?? 3))) console.dir(difference, { depth: 8 });
    console.log(`${name}: ${count} documents from seed ${seed}: ${JSON.stringify(stages)}, ${differences.length} differences; introspection ${isSame ? 'the same' : 'DIFFERENT'}`);
    if (!isSame || differences.length > 0) process.exitCode = 1;
  } finally {
    await engine.stop();
  }
}
