// Every audit of the graphql-http package must say `ok`: no notice (MAY), no warning (SHOULD), no error (MUST). The exceptions are those that
// a later version of the specification contradicts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditServer } from 'graphql-http';
import { differences } from './differences.mjs';
import { startGateway } from './gateway.mjs';

// Some audits ask for a type by a variable, which needs introspection.
for (const [environment, version] of [['Development', 'Legacy'], ['Production', 'Legacy'], ['Production', 'Draft20250508'], ['Production', undefined]]) {
  test(`the gateway passes the audits in ${environment} as ${version ?? 'it is by default'}`, async () => {
    const setting = version ? ['--GraphQL:HttpTransport', version] : [];
    const gateway = await startGateway(environment, '--GraphQL:Introspection', 'true', ...setting);
    try {
      const results = await auditServer({ url: gateway.url, fetchFn: (url, init) => fetch(url, { redirect: 'manual', ...init }) });
      const other = results.filter((result) => result.status !== 'ok');
      assert.deepEqual(other.filter(({ status }) => status === 'error'), []);
      const expected = differences[version ?? 'Draft20260903'].flatMap(({ audits }) => audits);
      const reasons = other.map(({ status, id, name, reason }) => `${status} ${id} ${name}: ${reason}`).join('\n');
      assert.deepEqual(other.map(({ id }) => id).sort(), expected.sort(), reasons);
      assert.equal(results.length, 61);
    } finally {
      await gateway.stop();
    }
  });
}
