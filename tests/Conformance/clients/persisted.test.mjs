// What tools write for persisted documents is put into the gateway's folder as it is; nothing else may run there.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { generatePersistedQueryIdsFromManifest } from '@apollo/persisted-query-lists';
import { generate } from '@graphql-codegen/cli';
import { startGateway } from '../build.mjs';
import { check, document, variables } from './requests.mjs';
import { addFiles, bin, createWorkspace } from './workspace.mjs';

const run = promisify(execFile);

describe('persisted documents', () => {
  let folder;
  let gateway;
  const manifest = () => join(folder, 'trusted/persisted-query-manifest.json');
  const ends = [];
  before(async () => {
    folder = await createWorkspace({ after: (end) => ends.push(end) }, {
      'package.json': { type: 'module' },
      'relay.config.json': {
        src: './src', schema: './schema.graphql', excludes: [], language: 'javascript', eagerEsModules: true,
        persistConfig: { file: './trusted/relay.json', algorithm: 'SHA256' },
      },
      'trusted/relay.json': '{}',
      'src/dashboard.js': `import { graphql } from 'relay-runtime';\nexport const query = graphql\`${document('dashboardQuery')}\`;\n`,
      'codegen/query.graphql': document('Codegen'),
      'apollo/query.js': `import { gql } from '@apollo/client';\nexport const query = gql\`${document('Apollo')}\`;\n`,
      'persisted-query-manifest.config.json': { documents: ['apollo/*.js'], output: 'trusted/persisted-query-manifest.json' },
    });
    await run(bin('relay-compiler'), ['relay.config.json'], { cwd: folder });
    await run(bin('generate-persisted-query-manifest'), ['--config', 'persisted-query-manifest.config.json'], { cwd: folder });
    const files = await generate({
      cwd: folder,
      schema: 'schema.graphql',
      documents: ['codegen/query.graphql'],
      silent: true,
      generates: { 'gql/': { preset: 'client', presetConfig: { persistedDocuments: { hashAlgorithm: 'sha256' } } } },
    }, false);
    const { content } = files.find(({ filename }) => filename.endsWith('persisted-documents.json'));
    await addFiles(folder, { 'trusted/persisted-documents.json': content });
    gateway = await startGateway({ GraphQL__TrustedDocuments__Folder: join(folder, 'trusted'), GraphQL__TrustedDocuments__Only: 'true' });
  });
  after(async () => {
    await gateway?.stop();
    for (const end of ends) await end();
  });

  const post = async (body) => {
    const response = await fetch(gateway.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: gateway.authorization },
      body: JSON.stringify(body),
    });
    return response.json();
  };

  test('of GraphQL Code Generator run by their hashes, as GraphQL over HTTP writes them', async () => {
    const [id, ...others] = Object.keys(JSON.parse(await readFile(join(folder, 'trusted/persisted-documents.json'), 'utf8')));
    assert.deepEqual(others, []);
    assert.match(id, /^sha256:[0-9a-f]{64}$/);
    check(assert, (await post({ documentId: id, variables })).data);
    check(assert, (await post({ id: id.replace('sha256:', ''), variables })).data);
  });

  test("of Relay's compiler run by what it put into the artifact", async () => {
    const { default: artifact } = await import(pathToFileURL(join(folder, 'src/__generated__/dashboardQuery.graphql.js')));
    assert.equal(artifact.params.text, null);
    check(assert, (await post({ doc_id: artifact.params.id, variables: { ...variables, csv: false } })).data);
  });

  test("of Apollo's manifest run by Apollo Client's link for them", async () => {
    const link = new PersistedQueryLink(
      generatePersistedQueryIdsFromManifest({ loadManifest: async () => JSON.parse(await readFile(manifest(), 'utf8')) }));
    const client = new ApolloClient({
      cache: new InMemoryCache(),
      link: link.concat(new HttpLink({ uri: gateway.endpoint, headers: { authorization: gateway.authorization } })),
    });
    check(assert, (await client.query({ query: gql(document('Apollo')), variables })).data);
  });

  test('are all that runs, and an unknown id is told', async () => {
    assert.equal((await post({ query: '{ __typename }' })).errors[0].extensions.code, 'HC0067');
    const [{ message, extensions }] = (await post({ documentId: 'sha256:none' })).errors;
    assert.equal(message, 'There is no document with the id `sha256:none`.');
    assert.equal(extensions.requestedKey, 'sha256:none');
  });
});
