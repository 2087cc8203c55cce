import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cacheExchange, Client, CombinedError, fetchExchange } from '@urql/core';
import { startGateway } from '../build.mjs';
import { check, document, failing, variables } from './requests.mjs';

let gateway;
before(async () => { gateway = await startGateway(); });
after(() => gateway?.stop());

// Short queries go by GET in urql unless it is told otherwise: both ways must do.
for (const preferGetMethod of [false, 'within-url-limit']) {
  const connect = () => new Client({
    url: gateway.endpoint, preferGetMethod, exchanges: [cacheExchange, fetchExchange],
    fetchOptions: { headers: { authorization: gateway.authorization } },
  });

  test(`urql gets data by ${preferGetMethod ? 'GET' : 'POST'}`, async () => {
    const { data, error } = await connect().query(document('Dashboard'), variables);
    assert.equal(error, undefined);
    check(assert, data);
  });

  test(`urql gets errors as it knows them by ${preferGetMethod ? 'GET' : 'POST'}`, async () => {
    const partial = await connect().query(failing, {});
    assert.equal(partial.data.spectrumBytime, null);
    assert.ok(partial.error instanceof CombinedError);
    assert.deepEqual(partial.error.graphQLErrors[0].path, ['spectrumBytime']);
    const invalid = await connect().query('{ nothing }', {});
    assert.equal(invalid.error.graphQLErrors.length, 1);
  });
}
