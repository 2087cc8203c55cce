// Asks the engine and graphql-js the same, and tells where their answers differ.
import * as graphql from 'graphql';
import { generate } from './documents.mjs';
import { answer } from './oracle.mjs';

export async function ask(endpoint, body) {
  const response = await fetch(endpoint, {
    method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify(body),
  });
  return response.json();
}

const place = ({ locations = [], path = [] }) => [locations.map(({ line, column }) => `${line}:${column}`).sort(), path];

/**
 * What must be equal: data with the order of its fields, and errors by place and path. How many errors validation finds in a document,
 * and where it puts them, is an engine's own affair (§5); so is where a refused variable is: there only the verdict counts.
 */
export function essence(result, stage) {
  const errors = result.errors ?? [];
  const compared = stage === 'parse' || stage === 'execute' ? errors.map((error) => JSON.stringify(place(error))).sort() : errors.length > 0;
  return JSON.stringify({ data: 'data' in result ? result.data : 'none', errors: compared });
}

/** One request on both sides; null where they agree. */
export async function compare(endpoint, schema, request) {
  const [expected, actual] = [await answer(schema, request), await ask(endpoint, request)];
  const { stage } = expected;
  const difference = essence(expected, stage) === essence(actual, stage) ? null : { stage, ...request, expected, actual };
  return { stage, difference };
}

/** `count` generated requests, from seed `first` on. */
export async function compareGenerated(endpoint, schema, count, first) {
  const stages = {};
  const differences = [];
  let next = first;
  const work = async () => {
    while (next < first + count) {
      const seed = next++;
      const { stage, difference } = await compare(endpoint, schema, generate(schema, seed));
      stages[stage] = (stages[stage] ?? 0) + 1;
      if (difference) differences.push({ seed, ...difference });
    }
  };

  await Promise.all(Array.from({ length: 4 }, work));
  return { stages, differences };
}

const everything = { specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true };

/** The schema as a client prints it that builds it of the introspection, of the engine's or of graphql-js's own. */
export async function printIntrospected(source) {
  const introspection = source instanceof graphql.GraphQLSchema
    ? graphql.introspectionFromSchema(source, everything)
    : (await ask(source, { query: graphql.getIntrospectionQuery(everything) })).data;
  return graphql.printSchema(graphql.lexicographicSortSchema(graphql.buildClientSchema(introspection)));
}
