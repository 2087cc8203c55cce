// The schemas that are compared: two of files, and one that is built from C#, which the engine prints and graphql-js reads.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, GraphQLError } from 'graphql';
import { startSchema } from '../build.mjs';
import { addResolvers, leaf } from './resolvers.mjs';

const file = (name) => fileURLToPath(new URL(`schemas/${name}.graphql`, import.meta.url));

export const schemas = {
  kitchen: () => start(file('kitchen')),
  wide: () => start(file('wide')),
  garden: startCodeFirst,
};

/** A running engine, and graphql-js's schema of the same types with the same resolvers. */
export async function start(path) {
  return { ...await startSchema(path), schema: addResolvers(buildSchema(readFileSync(path, 'utf8'))) };
}

async function startCodeFirst() {
  const host = await startSchema('--code-first');
  const sdl = await (await fetch(`${host.endpoint}/schema.graphql`)).text();
  return { ...host, schema: addResolvers(addScalars(buildSchema(sdl)), { leaf: typedLeaf, isTyped: true }) };
}

const typedLeaf = (name, h) => {
  switch (name) {
    case 'Long': return h * 1000;
    case 'DateTime': return instant(h * 1000);
    default: return leaf(name, h);
  }
};

const instant = (time) => new Date(time).toISOString().replace(/\.?0*Z$/, 'Z');

/** What `buildSchema` can't know of the scalars that are the engine's own. */
function addScalars(schema) {
  const long = (value) => {
    if (typeof value === 'bigint' ? BigInt.asIntN(64, value) === value : Number.isSafeInteger(value)) return Number(value);
    throw new GraphQLError('no Long');
  };
  const dateTime = (value) => {
    const [, date, day] = /^(\d{4}-\d\d-(\d\d))[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/.exec(value) ?? [];
    // A Date is content with the 30th of February.
    if (typeof value === 'string' && date && new Date(date).getUTCDate() === +day) return instant(Date.parse(value));
    throw new GraphQLError('no DateTime');
  };
  const scalar = (name, coerce, literal) => Object.assign(schema.getType(name), {
    parseValue: coerce, parseLiteral: literal, coerceInputValue: coerce, coerceInputLiteral: literal,
  });
  scalar('Long', long, (node) => long(node.kind === 'IntValue' ? BigInt(node.value) : null));
  scalar('DateTime', dateTime, (node) => dateTime(node.kind === 'StringValue' ? node.value : null));
  return schema;
}
