// Every audit of the graphql-http package must say `ok`: no notice (MAY), no warning (SHOULD), no error (MUST).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditServer } from 'graphql-http';
import { startGateway } from './gateway.mjs';

// Some audits ask for a type by a variable, which needs introspection.
for (const environment of ['Development', 'Production']) {
  test(`the gateway passes all audits in ${environment}`, async () => {
    const gateway = await startGateway(environment, '--GraphQL:Introspection', 'true');
    try {
      const results = await auditServer({ url: gateway.url, fetchFn: (url, init) => fetch(url, { redirect: 'manual', ...init }) });
      const other = results.filter((result) => result.status !== 'ok');
      assert.deepEqual(other.map(({ status, id, name, reason }) => `${status} ${id} ${name}: ${reason}`), []);
      assert.equal(results.length, 61);
    } finally {
      await gateway.stop();
    }
  });
}
