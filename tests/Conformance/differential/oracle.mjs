// What graphql-js makes of a request, where it is the September 2025 edition; see README.md for where it is not.
import * as graphql from 'graphql';
import { parse as parse16 } from 'graphql16';
import { rules } from './rules.mjs';

/** The stage that a request ends in, and the answer: `parse`, `validate`, `request` (no data) or `execute`. */
export async function answer(schema, { query, variables, operationName }) {
  let document;
  try {
    document = parse(query);
  } catch (error) {
    return { stage: 'parse', errors: [error.toJSON()] };
  }

  const errors = graphql.validate(schema, document, rules);
  if (errors.length > 0) return { stage: 'validate', errors: errors.map((error) => error.toJSON()) };
  const result = JSON.parse(JSON.stringify(await graphql.execute({ schema, document, variableValues: variables, operationName })));
  return { stage: 'data' in result ? 'execute' : 'request', ...result };
}

/** 17 takes empty selection sets, 16 knows no descriptions in executable documents: 16 judges what is left without them. */
function parse(source) {
  let document;
  try {
    document = graphql.parse(source);
  } catch (error) {
    parse16(source);
    throw error;
  }

  let blanked = source;
  for (const definition of document.definitions) {
    const descriptions = [definition, ...(definition.variableDefinitions ?? [])].map(({ description }) => description).filter(Boolean);
    if (definition.kind !== 'OperationDefinition' && definition.kind !== 'FragmentDefinition') continue;
    for (const { loc } of descriptions) {
      blanked = blanked.slice(0, loc.start) + blanked.slice(loc.start, loc.end).replace(/[^\r\n]/g, ' ') + blanked.slice(loc.end);
    }
  }

  parse16(blanked);
  return document;
}
