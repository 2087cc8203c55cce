// Seeded requests for a schema: valid by construction, and then, four times in ten, broken.
import {
  getNamedType, getNullableType, GraphQLNonNull, isAbstractType, isLeafType, isNonNullType, isRequiredArgument, isSpecifiedScalarType, isUnionType,
} from 'graphql';
import { Random } from './random.mjs';
import { mutate } from './mutations.mjs';
import { hasDefault, Values } from './values.mjs';

/** A request: `query`, `variables`, and `operationName` where the document has several operations. */
export function generate(schema, seed) {
  const random = new Random(seed);
  const request = new Generator(schema, random).request();
  if (random.chance(0.4)) request.query = mutate(request.query, random) || ' ';
  return request;
}

class Generator {
  #variables = new Map();
  #fragments = [];
  #aliases = 0;
  #budget = 60;

  constructor(schema, random) {
    this.schema = schema;
    this.random = random;
    this.values = new Values(random, (...place) => this.#variable(...place));
    // Now and then values of wrong types.
    this.values.mistakes = random.chance(0.1) ? 0.1 : 0;
  }

  request() {
    const { random, schema } = this;
    const kind = random.chance(0.85) || !schema.getMutationType() ? 'query' : 'mutation';
    const body = this.#selectionSet(schema.getRootType(kind), 0);
    const directives = this.#directives(kind.toUpperCase());
    const defined = [...this.#variables].map(([variable, { type, fallback }]) => `$${variable}: ${type}${fallback}`).join(', ');
    const name = defined || random.chance(0.8) ? random.pick(['Op', 'on', 'query', 'fragment']) : '';
    const isShort = kind === 'query' && !name && !directives;
    const operation = isShort ? body : `${kind} ${name}${defined && `(${defined})`}${directives}${body}`;
    const query = [operation, ...this.#fragments].join('\n');
    const request = { query, variables: this.#given() };
    return name && random.chance(0.1)
      ? { ...request, query: `query Other { __typename } ${query}`, operationName: random.pick([name, 'Other', 'None', null]) }
      : request;
  }

  #given() {
    const { random } = this;
    const given = {};
    const values = new Values(random);
    if (random.chance(0.15)) values.mistakes = 0.2;
    for (const [name, { type }] of this.#variables) {
      if (isNonNullType(type) || random.chance(0.7)) given[name] = values.json(type);
    }

    return given;
  }

  /** A variable that may stand in a place (§5.8.5): one that is there, or a new one. */
  #variable(type, placeHasDefault, inOneOf) {
    const { random } = this;
    const known = [...this.#variables].filter(([, variable]) => String(variable.type) === String(type));
    if (known.length > 0 && random.chance(0.3)) return `$${random.pick(known)[0]}`;
    if (this.#variables.size > 12) return null;
    const name = `v${this.#variables.size}`;
    const constant = new Values(random);
    let declared = type;
    let fallback = '';
    if ((inOneOf && random.chance(0.8)) || (!isNonNullType(type) && random.chance(0.2))) {
      declared = new GraphQLNonNull(getNullableType(type));
    } else if (!isNonNullType(type)) {
      if (random.chance(0.3)) fallback = ` = ${constant.literal(type)}`;
    } else if (random.chance(0.4)) {
      declared = type.ofType;
      // Where the place has no default of its own, the variable needs one that is not null.
      if (!placeHasDefault || random.chance(0.5)) fallback = ` = ${constant.literal(type)}`;
    }

    this.#variables.set(name, { type: declared, fallback });
    return `$${name}`;
  }

  #selectionSet(type, depth, heads = []) {
    const { random } = this;
    this.#budget--;
    const selections = Array.from({ length: 1 + random.below(4) }, () => this.#selection(type, depth, heads));
    return ` { ${selections.join(random.chance(0.1) ? ' ,# c\n ' : '\n')} }`;
  }

  #selection(type, depth, heads) {
    const { random } = this;
    const kind = random.next();
    if (kind < 0.06) return `${random.pick(['', 'tn: ', '__tn: '])}__typename${this.#directives('FIELD')}`;
    if (kind < 0.2 || isUnionType(type)) return this.#fragment(type, depth, heads);
    // The same field once more, for its selection sets to be merged.
    if (kind < 0.3 && heads.length > 0) {
      const { head, type: of } = random.pick(heads);
      return this.#field(head, of, depth);
    }

    if (kind < 0.33 && type === this.schema.getQueryType()) return this.#introspection();
    const fields = Object.values(type.getFields()).filter((f) => (depth < 5 && this.#budget > 0) || isLeafType(getNamedType(f.type)));
    if (fields.length === 0) return '__typename';
    const field = random.pick(fields);
    // Few aliases clash, so that rather many documents are valid.
    const alias = random.chance(0.8) ? `a${random.chance(0.02) ? random.below(4) : this.#aliases++}: ` : '';
    const head = `${alias}${field.name}${this.#arguments(field.args)}`;
    heads.push({ head, type: field.type });
    return this.#field(head, field.type, depth);
  }

  #field(head, type, depth) {
    const named = getNamedType(type);
    return `${head}${this.#directives('FIELD')}${isLeafType(named) ? '' : this.#selectionSet(named, depth + 1)}`;
  }

  #fragment(type, depth, heads) {
    const { random, schema } = this;
    if (depth > 6 || this.#budget < -20) return '__typename';
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    const abstract = Object.values(schema.getTypeMap())
      .filter((other) => isAbstractType(other) && schema.getPossibleTypes(other).some((t) => possible.includes(t)));
    const condition = random.chance(0.7) ? random.pick(possible) : random.pick([type, ...abstract]);
    const inherited = condition === type ? heads : [];
    if (random.chance(0.4)) {
      const index = this.#fragments.push('') - 1;
      this.#fragments[index] =
        `fragment F${index} on ${condition}${this.#directives('FRAGMENT_DEFINITION')}${this.#selectionSet(condition, depth + 1, inherited)}`;
      const spread = () => `...F${index}${this.#directives('FRAGMENT_SPREAD')}`;
      return random.chance(0.1) ? `${spread()} ${spread()}` : spread();
    }

    const on = condition === type && random.chance(0.5) ? '' : `on ${condition}`;
    return `... ${on}${this.#directives('INLINE_FRAGMENT')}${this.#selectionSet(condition, depth + 1, inherited)}`;
  }

  #directives(location) {
    const { random, schema } = this;
    const conditional = ['FIELD', 'FRAGMENT_SPREAD', 'INLINE_FRAGMENT'].includes(location);
    const applied = [];
    for (const name of ['skip', 'include']) {
      if (conditional && random.chance(0.06)) applied.push(schema.getDirective(name));
    }

    const own = schema.getDirectives().filter((d) => !['skip', 'include'].includes(d.name) && d.locations.includes(location));
    while (own.length > 0 && random.chance(0.05)) applied.push(random.pick(own));
    return applied.map(({ name, args }) => ` @${name}${this.#arguments(args)}`).join('');
  }

  #arguments(defined) {
    const given = defined.filter((argument) => isRequiredArgument(argument) || this.random.chance(0.4));
    const values = given.map(({ name, type, ...input }) => `${name}: ${this.values.literal(type, { hasDefault: hasDefault(input) })}`);
    return values.length > 0 ? `(${values.join(', ')})` : '';
  }

  #introspection() {
    const { random, schema } = this;
    const flag = () => random.pick(['', '(includeDeprecated: true)', '(includeDeprecated: false)']);
    const type = 'kind name ofType { kind name ofType { kind name ofType { kind name ofType { name } } } }';
    // The types of introspection have their fields in any order, and in graphql-js a few more; its scalars are described in its own words.
    const types = Object.values(schema.getTypeMap()).filter(({ name }) => !/^__(?!TypeKind)/.test(name));
    const { name } = random.chance(0.9) ? random.pick(types) : { name: 'None' };
    const isOwn = !name.startsWith('__') && !isSpecifiedScalarType({ name });
    const description = isOwn ? 'description' : 'name';
    const input = `name ${description} type { ${type} } defaultValue isDeprecated deprecationReason`;
    const selections = [
      `fields${flag()} { name ${description} args${flag()} { ${input} } type { ${type} } isDeprecated deprecationReason }`,
      `inputFields${flag()} { ${input} }`,
      `enumValues${flag()} { name ${description} isDeprecated deprecationReason }`,
      'interfaces { name } possibleTypes { name }', 'specifiedByURL isOneOf', `__typename kind name ${description}`, 'ofType { name }',
    ];
    return random.chance(0.2)
      ? `s${this.#aliases++}: __schema { queryType { name kind } mutationType { name } subscriptionType { __typename } description }`
      : `t${this.#aliases++}: __type(name: "${name}") { ${random.pick(selections)} }`;
  }
}
