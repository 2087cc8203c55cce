import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { relative, resolve } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { generate } from '@graphql-codegen/cli';
import { startGateway } from '../build.mjs';
import { document } from './requests.mjs';
import { addFiles, bin, createWorkspace } from './workspace.mjs';

// Compiles only if the generated types say what the schema says.
const consumer = `
import type { ResultOf, VariablesOf } from '@graphql-typed-document-node/core';
import { graphql } from './gql';

const query = graphql(\`${document('Dashboard')}\`);

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
function holds<T extends true>(): void {}

type Data = ResultOf<typeof query>;
type Traffic = NonNullable<Data['traffic']>;
holds<Equal<null extends Data['traffic'] ? true : false, true>>();
holds<Equal<Traffic['rows'], number>>();
holds<Equal<Traffic['data'][number]['counts'][number], number | null>>();
export const variables: VariablesOf<typeof query> = { zone: '1', delta: 'HOUR', metrics: ['COUNT'] };
// @ts-expect-error A required variable is missing.
export const missing: VariablesOf<typeof query> = { delta: 'HOUR' };
`;

test('GraphQL Code Generator makes types that compile, of the exported schema and of the introspection', async (t) => {
  const gateway = await startGateway();
  t.after(gateway.stop);
  for (const schema of ['schema.graphql', gateway.endpoint]) {
    const folder = await createWorkspace(t, {
      'consumer.ts': consumer,
      'tsconfig.json': {
        compilerOptions: { strict: true, noEmit: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler', types: [], verbatimModuleSyntax: false },
      },
    });
    const files = await generate({
      cwd: folder,
      schema,
      documents: ['consumer.ts'],
      silent: true,
      generates: { 'gql/': { preset: 'client', config: { enumsAsTypes: true, scalars: { DateTime: 'string' }, useTypeImports: true } } },
    }, false);
    assert.ok(files.length >= 3);
    await addFiles(folder, Object.fromEntries(files.map(({ filename, content }) => [relative(folder, resolve(folder, filename)), content])));
    await promisify(execFile)(bin('tsc'), ['--project', 'tsconfig.json'], { cwd: folder })
      .catch(({ stdout }) => assert.fail(stdout));
  }
});
