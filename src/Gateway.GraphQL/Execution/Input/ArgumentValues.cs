using System.Collections.Immutable;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Execution.Input;

/// <summary>
/// CoerceArgumentValues (GraphQL September 2025, §6.4.1, https://spec.graphql.org/September2025/#sec-Coercing-Field-Arguments).
/// </summary>
internal static class ArgumentValues
{
    /// <summary>Coerces the values, in the order of the definitions; null for an omitted argument without a default value.</summary>
    public static bool TryCoerce(
        IReadOnlyList<InputField> definitions, ImmutableArray<ArgumentNode> given, InputCoercion coercion, out object?[] values)
    {
        values = definitions.Count == 0 ? [] : new object?[definitions.Count];
        for (var index = 0; index < values.Length; index++)
        {
            var definition = definitions[index];
            var literal = given.Find(definition.Name);
            if (literal is null || !coercion.IsProvided(literal))
            {
                literal = definition.DefaultValue;
            }

            coercion.Items = 0;
            coercion.Enter(definition.Name);
            if (literal is null
                ? definition.Type.IsNonNull && !coercion.Refuse($"is required: `{definition.Type}`")
                : !definition.Binding.TryCoerce(literal, coercion, out values[index]))
            {
                return false;
            }

            coercion.Leave();
        }

        return true;
    }
}
