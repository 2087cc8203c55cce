import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { startGateway } from '../build.mjs';
import { check, document, failing, variables } from './requests.mjs';

let gateway;
let client;
before(async () => {
  gateway = await startGateway();
  client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new HttpLink({ uri: gateway.endpoint, headers: { authorization: gateway.authorization } }),
  });
});
after(() => gateway?.stop());

test('Apollo Client gets data, and has it in its cache', async () => {
  const query = gql(document('Dashboard'));
  check(assert, (await client.query({ query, variables })).data);
  const cached = client.readQuery({ query, variables });
  assert.equal(cached.traffic.__typename, 'SpectrumBytime');
  check(assert, cached);
});

test('Apollo Client gets errors as it knows them, with what data there is', async () => {
  const { data, error } = await client.query({ query: gql(failing), errorPolicy: 'all' });
  assert.equal(data.spectrumBytime, null);
  assert.ok(CombinedGraphQLErrors.is(error));
  assert.deepEqual(error.errors[0].path, ['spectrumBytime']);
  await assert.rejects(client.query({ query: gql('{ nothing }') }), CombinedGraphQLErrors);
});
