// Names and descriptions, by the rules of @graphql-eslint. https://the-guild.dev/graphql/eslint/rules
import { ESLint } from 'eslint';
import plugin from '@graphql-eslint/eslint-plugin';

export const rules = {
  'require-description': [{ types: true, FieldDefinition: true, InputValueDefinition: true, EnumValueDefinition: true, DirectiveDefinition: true }],
  'no-hashtag-description': [],
  'naming-convention': [{
    types: 'PascalCase',
    FieldDefinition: 'camelCase',
    InputValueDefinition: 'camelCase',
    DirectiveDefinition: 'camelCase',
    EnumValueDefinition: 'UPPER_CASE',
    InputObjectTypeDefinition: { style: 'PascalCase', requiredPattern: /Input$/ },
    ObjectTypeDefinition: { style: 'PascalCase', forbiddenPatterns: [/Type$/] },
    EnumTypeDefinition: { style: 'PascalCase', forbiddenPatterns: [/Enum$/] },
    'FieldDefinition[parent.name.value=Query]': { forbiddenPatterns: [/^(query|get|list)/i] },
  }],
  'no-typename-prefix': [],
  'unique-enum-value-names': [],
  'no-unreachable-types': [],
  'require-deprecation-reason': [],
  // A field that fails is null and leaves its siblings alone.
  'require-nullable-result-in-root': [],
  // https://relay.dev/graphql/connections.htm; there is no `Node`, because nothing has an id of its own for all types.
  'relay-connection-types': [],
  'relay-edge-types': [{ withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false }],
  'relay-arguments': [],
  'relay-page-info': [],
};

/** What is wrong with a schema: `line: message (rule)`. Once in a process: the plugin keeps the first schema. */
export async function lint(schema) {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.graphql'],
      plugins: { graphql: plugin },
      languageOptions: { parser: plugin.parser, parserOptions: { graphQLConfig: { schema } } },
      rules: Object.fromEntries(Object.entries(rules).map(([name, options]) => [`graphql/${name}`, ['error', ...options]])),
    },
  });
  const [{ messages }] = await eslint.lintText(schema, { filePath: 'schema.graphql' });
  return messages.map(({ line, message, ruleId }) => `${line}: ${message} (${ruleId})`);
}
