// What the page knows of the schema: all of it by introspection.
import { ask } from './ask.js';

// Lists of lists have no control, and no chart.
const TYPE = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }';
const INPUT = `name description defaultValue type { ${TYPE} }`;
// Descriptions of fields are read for those that the page offers: they are most of the schema's text.
const INTROSPECTION = `query Schema {
  __schema {
    queryType { name fields { name description } }
    types {
      kind name
      fields(includeDeprecated: true) { name isDeprecated args { ${INPUT} } type { ${TYPE} } }
      inputFields { ${INPUT} }
      enumValues(includeDeprecated: true) { name description isDeprecated }
    }
  }
}`;

async function read(endpoint, query) {
  const { data, errors } = await ask(endpoint, { query });
  if (data && !errors) return data;
  const error = new Error(errors?.[0]?.message ?? 'The endpoint did not say what its schema is.');
  error.refused = errors?.some((each) => each.extensions?.code === 'HC0046' || /introspection/i.test(each.message)) ?? false;
  throw error;
}

export class Schema {
  constructor(data) {
    this.types = new Map(data.types.map((type) => [type.name, type]));
    this.query = this.types.get(data.queryType.name);
  }

  /** Reads the schema of the endpoint. An error has `refused` if the endpoint says that introspection is off. */
  static async read(endpoint) {
    const { __schema: data } = await read(endpoint, INTROSPECTION);
    const schema = new Schema(data);
    schema.describe(schema.query, data.queryType.fields);
    const parents = [...new Set(schema.entries().flatMap(({ path }) => path.slice(0, -1).map((field) => schema.named(field.type))))];
    if (parents.length > 0) {
      const below = await read(
        endpoint,
        `query Descriptions {
  ${parents.map(({ name }) => `${name}: __type(name: "${name}") { fields { name description } }`).join('\n  ')}
}`,
      );
      parents.forEach((type) => schema.describe(type, below[type.name].fields));
    }
    return schema;
  }

  describe(type, fields) {
    for (const { name, description } of fields) Object.assign(this.field(type, name) ?? {}, { description });
  }

  /** The type of an input or field, without lists and non-null around it. */
  named(type) {
    while (type.ofType) type = type.ofType;
    return this.types.get(type.name);
  }

  field(type, name) {
    return type?.fields?.find((field) => field.name === name);
  }

  /** The type of a field's field, or nothing. */
  below(type, ...names) {
    for (const name of names) {
      const field = this.field(type, name);
      if (!field) return undefined;
      type = this.named(field.type);
    }
    return type;
  }

  /**
   * What the page offers: the fields of the query that have an answer of their own, which has `freshness`, and those a level below the
   * others, such as Spectrum's fields of a zone.
   */
  entries() {
    const entries = [];
    for (const field of this.query.fields.filter((each) => !each.isDeprecated)) {
      const type = this.named(field.type);
      if (this.field(type, 'freshness')) {
        entries.push({ key: field.name, path: [field], type, group: group(field.name) });
        continue;
      }
      for (const child of type.fields ?? []) {
        const childType = this.named(child.type);
        if (this.field(childType, 'freshness') && !child.isDeprecated) {
          entries.push({ key: `${field.name}.${child.name}`, path: [field, child], type: childType, group: field.name });
        }
      }
      if (!type.fields?.some((child) => this.field(this.named(child.type), 'freshness'))) {
        entries.push({ key: field.name, path: [field], type, group: group(field.name) });
      }
    }
    return entries;
  }
}

const group = (name) => /^[a-z]+/.exec(name)?.[0] ?? name;

export const isRequired = (input) => input.type.kind === 'NON_NULL' && input.defaultValue === null;
export const isList = (type) => (type.kind === 'NON_NULL' ? type.ofType : type).kind === 'LIST';

/** The type of a list's items. */
export const item = (type) => (type.kind === 'NON_NULL' ? type.ofType : type).ofType;

export const print = (type) =>
  type.kind === 'NON_NULL' ? `${print(type.ofType)}!` : type.kind === 'LIST' ? `[${print(type.ofType)}]` : type.name;

/** `BYTES_INGRESS` is the field `bytesIngress`. */
export const camel = (name) => name.toLowerCase().replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
