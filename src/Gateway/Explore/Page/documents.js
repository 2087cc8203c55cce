// Writes the GraphQL document of what the form says, with variables or with its values written into it.
import { isList, item, print } from './schema.js';

const isEmpty = (value) =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(isEmpty));

/** Leaves out what is not filled in, at any depth. */
export function prune(value) {
  if (Array.isArray(value)) {
    const items = value.map(prune).filter((each) => each !== undefined);
    return items.length ? items : undefined;
  }
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value)
      .map(([key, each]) => [key, prune(each)])
      .filter(([, each]) => each !== undefined);
    return fields.length ? Object.fromEntries(fields) : undefined;
  }
  return isEmpty(value) ? undefined : value;
}

/** A series without filters is a series all the same, so a list of objects keeps its empty ones. */
function keep(value, type, schema) {
  if (Array.isArray(value) && isList(type) && schema.named(type).kind === 'INPUT_OBJECT') {
    return value.length ? value.map((each) => prune(each) ?? {}) : undefined;
  }
  return prune(value);
}

/**
 * @param roots The fields to ask for: `{ alias, fields: [{ field, args }], selection }`, the fields from the root down.
 * @returns `query` with variables, `variables`, and `inline`, which has their values instead.
 */
export function write(schema, roots, name = 'Explore') {
  const variables = {};
  const declared = new Map();
  const variable = (preferred, type, value) => {
    let unique = preferred;
    for (let i = 2; declared.has(unique) && !(same(variables[unique], value) && declared.get(unique) === print(type)); i++) {
      unique = preferred + i;
    }
    declared.set(unique, print(type));
    variables[unique] = value;
    return unique;
  };
  const tree = roots.map(
    ({ alias, fields, selection }) =>
      fields.reduceRight(
        (below, { field, args }, index) => [
          {
            name: field.name,
            alias: index === 0 ? alias : undefined,
            args: argumentsOf(field.args, args),
            selection: index === fields.length - 1 ? below : [...(field.with ?? []), ...below],
          },
        ],
        selection,
      )[0],
  );

  function argumentsOf(inputs, values = {}) {
    return inputs.flatMap((input) => {
      const value = keep(values[input.name], input.type, schema);
      return value === undefined ? [] : [{ name: input.name, type: input.type, value }];
    });
  }

  const withVariables = text(tree, 1, (arg) => arg.literal ?? `$${variable(arg.variable ?? arg.name, arg.type, arg.value)}`);
  const inline = text(tree, 1, (arg) => arg.literal ?? literal(schema, arg.type, arg.value));
  const declarations = [...declared].map(([each, type]) => `$${each}: ${type}`);
  const oneLine = declarations.join(', ');
  const head =
    declarations.length === 0
      ? `query ${name}`
      : oneLine.length < 90
        ? `query ${name}(${oneLine})`
        : `query ${name}(\n  ${declarations.join('\n  ')}\n)`;
  return { query: `${head} {\n${withVariables}\n}`, variables, inline: `query ${name} {\n${inline}\n}`, operationName: name };
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function text(selection, depth, write) {
  const indent = '  '.repeat(depth);
  const short = selection.every((field) => !field.selection && !field.args?.length);
  const names = selection.map((field) => (field.alias ? `${field.alias}: ` : '') + field.name);
  if (short && names.join(' ').length < 100 && depth > 1) return indent + names.join(' ');
  return selection
    .map((field, index) => {
      const written = (field.args ?? []).map((arg) => `${arg.name}: ${write(arg)}`);
      const args =
        written.length === 0
          ? ''
          : names[index].length + written.join(', ').length < 84
            ? `(${written.join(', ')})`
            : `(\n${indent}  ${written.join(`\n${indent}  `)}\n${indent})`;
      const line = indent + names[index] + args;
      if (!field.selection) return line;
      const below = text(field.selection, depth + 1, write);
      const flat = `${line} { ${below.trim()} }`;
      return !below.trim().includes('\n') && flat.length < 110 ? flat : `${line} {\n${below}\n${indent}}`;
    })
    .join('\n');
}

/** A value as a literal of GraphQL. */
export function literal(schema, type, value) {
  if (value === null || value === undefined) return 'null';
  if (type.kind === 'NON_NULL') return literal(schema, type.ofType, value);
  if (type.kind === 'LIST') {
    const items = Array.isArray(value) ? value : [value];
    return `[${items.map((each) => literal(schema, item(type), each)).join(', ')}]`;
  }
  const named = schema.types.get(type.name);
  if (named.kind === 'INPUT_OBJECT') {
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${key}: ${literal(schema, named.inputFields.find((field) => field.name === key).type, each)}`)
      .join(', ')} }`.replace('{  }', '{}');
  }
  return named.kind === 'ENUM' || typeof value !== 'string' ? String(value) : JSON.stringify(value);
}
