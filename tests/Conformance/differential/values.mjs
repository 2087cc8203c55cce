// Input values of a type: as literals, with variables anywhere in them, and as JSON.
import { getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType, isRequiredInputField } from 'graphql';

const literals = {
  Int: ['0', '-0', '-1', '7', '2147483647', '-2147483648'],
  Float: ['1.5', '-0.25', '3', '1e3', '2.5E-3', '0.0', '-0.0', '1e21', '1e-7', '123456789012345680000'],
  Boolean: ['true', 'false'],
  ID: ['"1"', '5', '"a b"', '-0', '123456789012345678901234567890'],
  Long: ['0', '-1', '9007199254740991', '-9007199254740991'],
  DateTime: ['"2024-02-29T00:00:00Z"', '"2024-01-01T12:34:56.789+02:00"'],
  String: [
    '"x"', '""', '"\\u00e9\\n\\"q\\""', '"\\uD83C\\uDFC3\\u{1F3CA}"', '"🏃\\u{1F3CA}"', '"\\/\\b\\f\\r\\t\\\\"',
    '"""\n   block\n     "two"\n   """', '""""""', '"""\\""" a\r\n\r\n  b\t"""', '"""  é """',
  ],
};

const json = {
  Int: [0, -1, 7, 2147483647, -2147483648, 3.0],
  Float: [1.5, 2, -0.5, 1e21, 1e-7],
  Boolean: [true, false],
  ID: ['1', 5, '', 'é'],
  Long: [0, -1, 9007199254740991],
  DateTime: ['2024-02-29T00:00:00Z', '2024-01-01T12:34:56.789+02:00'],
  String: ['x', '', 'é"\\', '🏊', '\u0000\u2028'],
};

/** What no type, or only another one, takes. */
const wrong = {
  literals: ['1', '1.5', '"x"', 'true', 'null', 'RED', '[]', '{}', '[1]', '{x: 1}', '2147483648', '$none'],
  json: [null, 'zz', 1e10, 1.5, true, [], {}, [null], { x: 1 }, '', -2147483649],
};

export const hasDefault = (input) => (input.default ?? input.defaultValue) !== undefined;

export class Values {
  /** `variable(type, hasDefault, inOneOf)` names a variable for a place of that type, or returns null where there must be a literal. */
  constructor(random, variable = () => null) {
    this.random = random;
    this.variable = variable;
    this.mistakes = 0;
  }

  /** As the value of an argument, or of a field of an input object. */
  literal(type, { hasDefault = false, depth = 0 } = {}) {
    const { random } = this;
    if (random.chance(this.mistakes)) return random.pick(wrong.literals);
    const variable = random.chance(0.3) ? this.variable(type, hasDefault, false) : null;
    if (variable) return variable;
    return !isNonNullType(type) && random.chance(0.1) ? 'null' : this.#present(getNullableType(type), depth);
  }

  #present(type, depth) {
    const { random } = this;
    if (isListType(type)) {
      if (random.chance(0.15)) return this.literal(type.ofType, { depth });
      return `[${random.some(2, () => this.literal(type.ofType, { depth: depth + 1 })).join(random.pick([', ', ' ']))}]`;
    }

    if (isEnumType(type)) return random.pick(type.getValues()).name;
    if (!isInputObjectType(type)) return random.pick(literals[type.name] ?? literals.String);
    const fields = Object.values(type.getFields());
    if (type.isOneOf) {
      const { name, type: member } = random.pick(fields);
      const variable = random.chance(0.3) ? this.variable(member, false, true) : null;
      return `{${name}: ${variable ?? this.#present(member, depth + 1)}}`;
    }

    const given = fields.filter((field) => isRequiredInputField(field) || (depth < 2 && random.chance(0.4)));
    return `{${given.map((field) => `${field.name}: ${this.literal(field.type, { hasDefault: hasDefault(field), depth: depth + 1 })}`).join(' ')}}`;
  }

  /** As the value of a variable. */
  json(type, depth = 0) {
    const { random } = this;
    if (random.chance(this.mistakes)) return random.pick(wrong.json);
    return !isNonNullType(type) && random.chance(0.1) ? null : this.#presentJson(getNullableType(type), depth);
  }

  #presentJson(type, depth) {
    const { random } = this;
    if (isListType(type)) return random.chance(0.15) ? this.json(type.ofType, depth) : random.some(2, () => this.json(type.ofType, depth + 1));
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    if (!isInputObjectType(type)) return random.pick(json[type.name] ?? json.String);
    const fields = Object.values(type.getFields());
    if (type.isOneOf) {
      const { name, type: member } = random.pick(fields);
      return { [name]: this.#presentJson(member, depth + 1) };
    }

    const given = fields.filter((field) => isRequiredInputField(field) || (depth < 2 && random.chance(0.4)));
    return Object.fromEntries(given.map((field) => [field.name, this.json(field.type, depth + 1)]));
  }
}
