// graphql-js's rules of validation, put right where they are not those of the September 2025 edition.
import {
  getNullableType, GraphQLError, isNonNullType, isTypeSubTypeOf, specifiedRules, typeFromAST, VariablesInAllowedPositionRule,
} from 'graphql';

export const rules = specifiedRules.map((rule) => (rule === VariablesInAllowedPositionRule ? variablesInAllowedPosition : rule));

/**
 * §5.8.5 IsNonNullPosition: a field of a oneOf input object is as if it were non-null, so a nullable variable may stand there if it has
 * a default. graphql-js refuses it with a default, and overlooks it without one where the input object itself is non-null.
 */
function variablesInAllowedPosition(context) {
  return {
    OperationDefinition: {
      leave(operation) {
        const defined = new Map(operation.variableDefinitions?.map((definition) => [definition.variable.name.value, definition]));
        for (const usage of context.getRecursiveVariableUsages(operation)) {
          const definition = defined.get(usage.node.name.value);
          const type = definition && typeFromAST(context.getSchema(), definition.type);
          if (type && usage.type && !isAllowed(context.getSchema(), type, definition.defaultValue, usage)) {
            context.reportError(new GraphQLError(`"$${usage.node.name.value}" is not allowed there.`, { nodes: [definition, usage.node] }));
          }
        }
      },
    },
  };
}

function isAllowed(schema, type, variableDefault, { type: location, parentType, defaultValue }) {
  const isNonNullPosition = isNonNullType(location) || (getNullableType(parentType)?.isOneOf ?? false);
  if (!isNonNullPosition || isNonNullType(type)) return isTypeSubTypeOf(schema, type, location);
  const hasDefault = (variableDefault && variableDefault.kind !== 'NullValue') || defaultValue !== undefined;
  return hasDefault && isTypeSubTypeOf(schema, type, getNullableType(location));
}
