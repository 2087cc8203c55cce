// What the rules are there for is found by them. In a file of its own, because the rules' package keeps the first schema of a process.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lint, rules } from './lint.mjs';

const schema = `
"Q."
type Query {
  nobodySaysWhat(nor: ID): Int
  # A comment.
  commented: Int
  "U."
  under_score: Int
  "G."
  getThing: ThingType
  "N."
  never: String!
  "F."
  found(
    "F."
    filter: Filter
  ): shade
  "O."
  old: Int @deprecated
  "P."
  pages: ThingsConnection
}
"T."
type ThingType {
  "I."
  thingTypeId: ID
}
"C."
type ThingsConnection {
  "N."
  nodes: [ThingType!]
  "E."
  edges: [ThingEdge]
}
"E."
type ThingEdge {
  "N."
  node: ThingType
}
"F."
input Filter {
  "I."
  Id: ID
}
"E."
enum shade {
  dark
  "D."
  DARK
}
"L."
type Lost {
  "I."
  id: ID
}
`;

const faults = [
  'description is required for field "nobodySaysWhat"', 'description is required for input value "nor"', 'unexpected GraphQL descriptions as hashtag',
  'description is required for enum value "dark"', '"under_score" should be in camelCase', '"getThing" should not contain the forbidden pattern',
  '"ThingType" should not contain the forbidden pattern', '"Filter" should contain the required pattern', '"Id" should be in camelCase',
  '"shade" should be in PascalCase', '"dark" should be in UPPER_CASE', 'field "thingTypeId" starts with the name of the parent type',
  'case-insensitive enum values duplicates', '`Lost` is unreachable', 'deprecation reason is required', 'unexpected non-null result String',
  'connection type must contain a field `pageInfo`', 'edge type must contain a field `cursor`', 'must include forward pagination arguments', 'must provide a `PageInfo`',
];

test('each kind of fault is found', async () => {
  const found = await lint(schema);
  const text = found.join('\n').toLowerCase();
  assert.deepEqual(Object.keys(rules).filter((rule) => !text.includes(`(graphql/${rule})`)), [], found.join('\n'));
  assert.deepEqual(faults.filter((fault) => !text.includes(fault.toLowerCase())), [], found.join('\n'));
});
