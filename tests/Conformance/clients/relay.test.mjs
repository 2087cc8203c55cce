import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import relay from 'relay-runtime';
import { startGateway } from '../build.mjs';
import { check, document, variables } from './requests.mjs';
import { bin, createWorkspace } from './workspace.mjs';

test("Relay's compiler takes the schema, and its runtime gets data by what it compiled", async (t) => {
  const gateway = await startGateway();
  t.after(gateway.stop);
  const folder = await createWorkspace(t, {
    'package.json': { type: 'module' },
    'relay.config.json': { src: './src', schema: './schema.graphql', excludes: [], language: 'javascript', eagerEsModules: true },
    'src/dashboard.js': `import { graphql } from 'relay-runtime';\nexport const query = graphql\`${document('dashboardQuery')}\`;\n`,
  });
  await promisify(execFile)(bin('relay-compiler'), ['relay.config.json'], { cwd: folder });
  const { default: artifact } = await import(pathToFileURL(join(folder, 'src/__generated__/dashboardQuery.graphql.js')));

  const environment = new relay.Environment({
    store: new relay.Store(new relay.RecordSource()),
    network: relay.Network.create(async ({ text }, values) => {
      const response = await fetch(gateway.endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: gateway.authorization },
        body: JSON.stringify({ query: text, variables: values }),
      });
      return response.json();
    }),
  });
  check(assert, await relay.fetchQuery(environment, artifact, { ...variables, csv: false }).toPromise());
});
