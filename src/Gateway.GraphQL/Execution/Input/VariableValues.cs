using System.Text.Json;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Execution.Input;

/// <summary>A variable of an operation, with the binding that checks its values.</summary>
internal sealed record VariableDefinition(string Name, InputBinding Binding, bool IsNonNull, ValueNode? Default, Location Location);

/// <summary>
/// CoerceVariableValues (GraphQL September 2025, §6.1.2, https://spec.graphql.org/September2025/#sec-Coercing-Variable-Values).
/// </summary>
internal static class VariableValues
{
    public static readonly IReadOnlyDictionary<string, InputValue> None = new Dictionary<string, InputValue>();

    /// <param name="definitions">The operation's variables.</param>
    /// <param name="json">The request's variables: an object, or undefined for none.</param>
    /// <param name="includeSuggestions">Whether an error suggests similar names of the schema.</param>
    /// <param name="values">The variables that are provided or have a default value.</param>
    public static IError? TryCoerce(
        IReadOnlyList<VariableDefinition> definitions,
        JsonElement json,
        bool includeSuggestions,
        out IReadOnlyDictionary<string, InputValue> values)
    {
        values = None;
        if (definitions.Count == 0)
        {
            return null;
        }

        var coerced = new Dictionary<string, InputValue>(definitions.Count, StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty(definition.Name, out var given))
            {
                var coercion = new InputCoercion(variables: null) { IsVariable = true, IncludeSuggestions = includeSuggestions };
                if (!definition.Binding.TryCoerce(given, coercion, out _))
                {
                    return Refused(definition, coercion);
                }

                coerced.Add(definition.Name, given);
            }
            else if (definition.Default is not null)
            {
                coerced.Add(definition.Name, definition.Default);
            }
            else if (definition.IsNonNull)
            {
                return Error(definition, $"Variable `${definition.Name}` is required.", ErrorCodes.NonNull);
            }
        }

        values = coerced;
        return null;
    }

    private static IError Refused(VariableDefinition definition, InputCoercion coercion)
    {
        var place = coercion.FaultPath.Count == 0 ? "" : $", at `{string.Join('.', coercion.FaultPath)}`,";
        var code = coercion.IsNull ? ErrorCodes.NonNull : ErrorCodes.InvalidVariable;
        return Error(definition, $"Variable `${definition.Name}`{place} {coercion.Fault}", code);
    }

    private static Error Error(VariableDefinition definition, string message, string code) => new(message)
    {
        Code = code,
        Locations = [definition.Location],
        Extensions = new Dictionary<string, object?> { ["variable"] = definition.Name },
    };
}
