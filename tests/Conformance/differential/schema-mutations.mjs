// Breaks a schema by its syntax tree; much of what comes out is valid still.
import { parse, parseConstValue, print } from 'graphql';

const definitionKinds = ['ScalarType', 'ObjectType', 'InterfaceType', 'UnionType', 'EnumType', 'InputObjectType'];
const lists = ['definitions', 'fields', 'arguments', 'values', 'interfaces', 'types', 'directives', 'operationTypes'];
const listsOf = {
  SchemaDefinition: ['directives'],
  ScalarTypeDefinition: ['directives'],
  ObjectTypeDefinition: ['directives', 'interfaces', 'fields'],
  InterfaceTypeDefinition: ['directives', 'interfaces', 'fields'],
  UnionTypeDefinition: ['directives', 'types'],
  EnumTypeDefinition: ['directives', 'values'],
  InputObjectTypeDefinition: ['directives', 'fields'],
  FieldDefinition: ['directives', 'arguments'],
  InputValueDefinition: ['directives'],
  EnumValueDefinition: ['directives'],
};
const literals = ['{}', '[]', '[{}]', 'null', '1', '1.5', '"x"', 'true', 'RED', '[1, null]', '{ a: {} }', '{ b: { a: {} } }', '{ a: null }'];
const uses = [
  '@deprecated', '@deprecated(reason: "x")', '@oneOf', '@specifiedBy(url: "u")', '@specifiedBy', '@skip(if: true)', '@none', '@deprecated(why: 1)',
  '@tag', '@mark(at: 1)', '@mark',
];
const named = (value) => ({ kind: 'NamedType', name: { kind: 'Name', value } });
const directive = (use) => parse(`scalar S ${use}`, { noLocation: true }).definitions[0].directives[0];

/** One to three changes of a schema. */
export function mutateSchema(sdl, random) {
  const document = structuredClone(parse(sdl, { noLocation: true }));
  for (let times = 1 + random.below(3); times > 0; times--) change(document, random);
  return print(document);
}

function change(document, random) {
  const nodes = [];
  const slots = [];
  collect(document);
  const typeNames = document.definitions.filter((node) => /Type(Definition|Extension)$/.test(node.kind)).map((node) => node.name.value);
  const typeName = () => (random.chance(0.15) ? random.pick(['Int', 'String', 'Nope', 'Boolean']) : random.pick(typeNames) ?? 'Int');
  const one = (test) => random.pick(nodes.filter(test));
  const isDefinition = (node) => /TypeDefinition$/.test(node.kind) && node.name;
  switch (random.below(14)) {
    case 0: {
      const list = random.pick(slots.filter((items) => items.length > 0));
      list?.splice(random.below(list.length), 1);
      break;
    }
    case 1: {
      const list = random.pick(slots.filter((items) => items.length > 0));
      if (list) list.splice(random.below(list.length + 1), 0, structuredClone(random.pick(list)));
      break;
    }
    case 2: case 3: {
      const node = one(({ type }) => type);
      if (node) replaceName(node.type, typeName());
      break;
    }
    case 4: {
      const node = one(({ type, kind }) => type && kind !== 'OperationTypeDefinition');
      if (node) node.type = node.type.kind === 'NonNullType' ? node.type.type : { kind: 'NonNullType', type: node.type };
      break;
    }
    case 5: {
      const node = one(({ type, kind }) => type && kind !== 'OperationTypeDefinition');
      if (node) node.type = node.type.kind === 'ListType' ? node.type.type : { kind: 'ListType', type: node.type };
      break;
    }
    case 6: {
      const node = one(({ name, kind }) => name && kind !== 'Directive' && kind !== 'NamedType');
      if (node) node.name.value = random.pick(['__x', 'a', 'b', 'A', 'id', 'RED', 'Query', 'Mutation', ...typeNames]);
      break;
    }
    case 7: case 8: {
      const node = one(({ directives, kind }) => directives && kind !== 'DirectiveDefinition');
      node?.directives.push(directive(random.pick(uses)));
      break;
    }
    case 9: {
      const node = one(({ kind }) => kind === 'InputValueDefinition');
      if (node) node.defaultValue = random.chance(0.2) ? undefined : parseConstValue(random.pick(literals), { noLocation: true });
      break;
    }
    case 10: {
      const node = one(isDefinition);
      if (!node) break;
      const kind = random.chance(0.2) ? `${random.pick(definitionKinds)}Extension` : node.kind.replace('Definition', 'Extension');
      const extension = { ...structuredClone(node), kind, description: undefined };
      // An extension that says nothing is no syntax.
      if (![extension.fields, extension.types, extension.values].some((list) => list?.length > 0)) extension.directives = [directive('@none')];
      if (random.chance(0.5)) for (const list of ['fields', 'types', 'values']) if (node[list]?.length > 1) move(node[list], extension[list]);
      document.definitions.splice(random.below(document.definitions.length + 1), 0, extension);
      break;
    }
    case 11: {
      const node = one(({ kind }) => kind === 'ObjectTypeDefinition' || kind === 'InterfaceTypeDefinition');
      if (node) node.kind = node.kind === 'ObjectTypeDefinition' ? 'InterfaceTypeDefinition' : 'ObjectTypeDefinition';
      break;
    }
    case 12: {
      const node = one(({ interfaces, types }) => interfaces ?? types);
      (node?.interfaces ?? node?.types)?.push(named(typeName()));
      break;
    }
    default: {
      const operationTypes = ['query', 'mutation', 'subscription'].filter((_, index) => random.chance(index === 0 ? 0.9 : 0.4))
        .map((operation) => ({ kind: 'OperationTypeDefinition', operation, type: named(operation === 'query' ? 'Query' : typeName()) }));
      if (operationTypes.length === 0) break;
      const kind = random.chance(0.7) ? 'SchemaDefinition' : 'SchemaExtension';
      if (random.chance(0.7)) document.definitions = document.definitions.filter((node) => !node.kind.startsWith('Schema'));
      document.definitions.push({ kind, directives: [], operationTypes });
    }
  }

  function collect(node) {
    if (Array.isArray(node)) return node.forEach(collect);
    if (node === null || typeof node !== 'object') return undefined;
    for (const list of listsOf[node.kind?.replace('Extension', 'Definition')] ?? []) node[list] ??= [];
    nodes.push(node);
    for (const list of lists) if (Array.isArray(node[list])) slots.push(node[list]);
    Object.values(node).forEach(collect);
    return undefined;
  }
}

/** The first half stays, the second is the extension's. */
function move(from, to) {
  const half = from.length >> 1;
  to.splice(0, half);
  from.length = half;
}

function replaceName(type, name) {
  if (type.kind === 'NamedType') type.name.value = name;
  else replaceName(type.type, name);
}
