// Grafana is not here. Its queries are sent as its Infinity data source sends them, and their results are picked as it picks them.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import jsonata from 'jsonata';
import { startGateway } from '../build.mjs';

const dashboard = JSON.parse(await readFile(new URL('../../../src/examples/grafana/dashboard.json', import.meta.url), 'utf8'));
let gateway;
before(async () => { gateway = await startGateway(); });
after(() => gateway?.stop());

const isOf = {
  number: Number.isFinite,
  string: (value) => typeof value === 'string' && value !== '',
  timestamp: (value) => !Number.isNaN(Date.parse(value)),
};

for (const { title, type, targets: [target] } of dashboard.panels) {
  test(`the panel "${title}" gets its columns`, async () => {
    const values = Object.fromEntries(dashboard.templating.list.map(({ name, current }) => [name, current.value]));
    const fill = (text) => text.replaceAll(/\$\{(\w+)\}/g, (_, name) => (name in values ? values[name] : assert.fail(`there is no variable ${name}`)));
    assert.equal(fill(target.url), 'http://localhost:8080/graphql');
    const query = fill(target.url_options.body_graphql_query);
    const response = await fetch(gateway.endpoint, {
      method: target.url_options.method,
      headers: { 'content-type': target.url_options.body_content_type, authorization: gateway.authorization },
      body: JSON.stringify({ query }),
    });
    const answer = await response.json();
    assert.equal(answer.errors, undefined);

    const rows = [await jsonata(target.root_selector).evaluate(answer)].flat();
    assert.ok(rows.length > 0);
    for (const row of rows) {
      for (const { selector, type: kind } of target.columns) {
        const value = selector.split('.').reduce((parent, name) => parent?.[name], row);
        assert.ok(isOf[kind](value), `${selector} is ${value}, not a ${kind}`);
      }
    }
    assert.equal(target.format === 'timeseries', type === 'timeseries');
  });
}
