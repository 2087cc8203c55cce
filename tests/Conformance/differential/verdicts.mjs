// Whether a schema is one: what the engine and graphql-js say of texts in the schema definition language.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildSchema, parse, validate, validateSchema, ValuesOfCorrectTypeRule, visit } from 'graphql';
import { findBuild } from '../build.mjs';

/** The engine's errors for each schema. */
export async function engineVerdicts(schemas) {
  const folder = await mkdtemp(join(tmpdir(), 'schemas-'));
  try {
    const file = join(folder, 'schemas.json');
    await writeFile(file, JSON.stringify(schemas));
    const run = promisify(execFile);
    const { stdout } = await run('dotnet', [findBuild('Conformance.Host', 'tests'), '--verdicts', file], { maxBuffer: 1 << 28 });
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The errors of graphql-js, which leaves the values of directives on definitions to a rule for executable documents. */
export function oracleVerdict(sdl) {
  try {
    const schema = buildSchema(sdl);
    const errors = validateSchema(schema);
    return (errors.length > 0 ? errors : validate(schema, parse(sdl), [ValuesOfCorrectTypeRule])).map((error) => error.message);
  } catch (error) {
    return [error.message];
  }
}

/** What the specification forbids and graphql-js lets pass, where chance reaches it. */
export function isForbiddenBySpecification(sdl) {
  const { definitions } = parse(sdl, { noLocation: true });
  return definitions.some(({ kind, name, directives }) =>
    (kind.endsWith('TypeDefinition') && ['Int', 'Float', 'String', 'Boolean', 'ID'].includes(name.value))
    || (kind === 'InputObjectTypeExtension' && directives?.some((directive) => directive.name.value === 'oneOf')))
    || hasWrongSchemaExtension(definitions)
    || hasDirectiveCycle(definitions);
}

/** An omitted definition of the schema is one with the types that have the default names. */
function hasWrongSchemaExtension(definitions) {
  const extensions = definitions.filter(({ kind }) => kind === 'SchemaExtension');
  if (extensions.length === 0 || definitions.some(({ kind }) => kind === 'SchemaDefinition')) return false;
  const isDefined = (operation) =>
    definitions.some(({ kind, name }) => kind.endsWith('TypeDefinition') && name.value.toLowerCase() === operation && name.value !== operation);
  return !isDefined('query') || extensions.some(({ operationTypes }) => operationTypes?.some(({ operation }) => isDefined(operation)));
}

function hasDirectiveCycle(definitions) {
  const references = new Map();
  for (const definition of definitions) {
    if (!definition.name) continue;
    const key = (definition.kind === 'DirectiveDefinition' ? '@' : '') + definition.name.value;
    const found = references.get(key) ?? references.set(key, new Set()).get(key);
    visit(definition, {
      Directive: ({ name }) => { found.add(`@${name.value}`); },
      // Only what is given as input is part of a directive's definition.
      ...(/^(DirectiveDefinition|InputObject)/.test(definition.kind) && { NamedType: ({ name }) => { found.add(name.value); } }),
    });
  }

  return [...references.keys()].filter((key) => key.startsWith('@')).some((key) => {
    const seen = new Set();
    const pending = [...references.get(key)];
    while (pending.length > 0) {
      const next = pending.pop();
      if (next === key) return true;
      if (!seen.has(next)) pending.push(...references.get(seen.add(next) && next) ?? []);
    }
    return false;
  });
}
