// Resolvers that make a schema of types alone executable: what a field gives follows from where it is and how it was asked for.
// tests/Conformance.Host does the same in C#.
//   Seed of a root: "R"; of a field: its parent's + "/" + its name + its arguments; of an item of a list: the list's + "[index]".
//   A value follows from the hash of its seed (FNV-1a, 32 bits, of UTF-8). Some are null or errors, also where null is not allowed.
import { isAbstractType, isEnumType, isListType, isNonNullType, isObjectType } from 'graphql';

export function hash(seed) {
  let h = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(seed)) h = Math.imul(h ^ byte, 0x01000193) >>> 0;
  return h;
}

function canonical(value, isGiven = () => true) {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, isGiven)).join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const names = Object.keys(value).filter((name) => isGiven(value[name])).sort();
  return `{${names.map((name) => `${name}:${canonical(value[name], isGiven)}`).join(',')}}`;
}

/** The value of a scalar. */
export function leaf(name, h) {
  switch (name) {
    case 'Int': return h | 0;
    case 'Float': return (h % 20000) / 8 - 1000;
    case 'Boolean': return (h & 1) === 1;
    case 'ID': return `id${h % 1000}`;
    default: return `s${h.toString(16)}`;
  }
}

/**
 * Gives every field its resolver. `isTyped` is for schemas that C# types make, which can't hold everything: there an argument that is
 * null is as if it were left out, no item of a list is an error, and instead of null in the wrong place there is an error.
 */
export function addResolvers(schema, { leaf: leafOf = leaf, isTyped = false } = {}) {
  const value = (type, seed, { isNonNull = false, isItem = false } = {}) => {
    if (isNonNullType(type)) return value(type.ofType, seed, { isNonNull: true, isItem });
    const h = hash(seed);
    const isWrong = isNonNull && h % 47 === 0;
    if (isTyped && isWrong && !isItem) return new Error(`E${h}`);
    if (isNonNull ? isWrong && !isTyped : h % 11 === 0) return null;
    if (!isNonNull && h % 13 === 0 && !(isTyped && isItem)) return new Error(`E${h}`);
    if (isListType(type)) return Array.from({ length: h % 4 }, (_, index) => value(type.ofType, `${seed}[${index}]`, { isItem: true }));
    if (isObjectType(type)) return { __typename: type.name, seed };
    if (isAbstractType(type)) {
      const names = schema.getPossibleTypes(type).map(({ name }) => name).sort();
      return { __typename: names[h % names.length], seed };
    }

    return isEnumType(type) ? type.getValues()[h % type.getValues().length].name : leafOf(type.name, h);
  };

  const isGiven = (argument) => !isTyped || (argument !== null && argument !== undefined);
  for (const type of Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'))) {
    for (const field of Object.values(type.getFields())) {
      field.resolve = (parent, args) => {
        const result = value(field.type, `${parent?.seed ?? 'R'}/${field.name}${canonical(args, isGiven)}`);
        if (result instanceof Error) throw result;
        return result;
      };
    }
  }

  return schema;
}
