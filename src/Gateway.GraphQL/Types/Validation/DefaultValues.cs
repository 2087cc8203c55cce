using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Types.Validation;

/// <summary>
/// Defaults coerce to their type (GraphQL September 2025, §3.6, https://spec.graphql.org/September2025/#sec-Objects.Type-Validation), and
/// none needs itself (InputObjectDefaultValueHasCycle, §3.10).
/// </summary>
internal static class DefaultValues
{
    public static IEnumerable<string> Check(SchemaParts schema)
    {
        var inputs = schema.InputFields.Where(HasDefault).ToList();
        var cycles = Cycles.Find(inputs, DefaultsIn).ToList();
        foreach (var cycle in cycles)
        {
            yield return $"The default of `{cycle[0]}` needs itself without end ({Cycles.Print(cycle)}): "
                + "give the next field a value in one of these defaults, or remove one.";
        }

        var users = (from user in inputs from used in DefaultsIn(user) select (used, user)).ToLookup(use => use.used, use => use.user);
        var endless = Cycles.Reach(cycles.SelectMany(cycle => cycle), used => users[used]);
        foreach (var (field, coordinate) in schema.Inputs)
        {
            if (field.DefaultValue is not { } literal)
            {
                continue;
            }

            foreach (var name in RepeatedFields(literal))
            {
                yield return $"The default of `{coordinate}` gives the field `{name}` twice: remove one.";
            }

            // The value of a default that needs an endless one has no end either.
            if (!endless.Overlaps(DefaultsIn(literal, field.Type)) && FaultOf(field, literal) is { } fault)
            {
                yield return $"The default of `{coordinate}`{fault}";
            }
        }
    }

    /// <summary>
    /// The fields that a literal gives more than once (§5.6.3, https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness).
    /// </summary>
    public static IEnumerable<string> RepeatedFields(ValueNode literal) => literal switch
    {
        ListValueNode list => list.Items.SelectMany(RepeatedFields),
        ObjectValueNode value => value.Fields.CountBy(field => field.Name).Where(count => count.Value > 1).Select(count => count.Key)
            .Concat(value.Fields.SelectMany(field => RepeatedFields(field.Value))),
        _ => [],
    };

    private static string? FaultOf(InputField field, ValueNode literal)
    {
        var coercion = new InputCoercion(variables: null);
        try
        {
            return field.Binding.TryCoerce(literal, coercion, out _) ? null
                : coercion.FaultPath.Count == 0 ? $" {coercion.Fault}"
                : $" at `{string.Join('.', coercion.FaultPath)}` {coercion.Fault}";
        }
        // A C# constructor or setter may throw anything.
        catch (Exception exception)
        {
            return $" can't be converted to C#: {exception.Message}.";
        }
    }

    private static bool HasDefault(InputObjectField input) => input.Field.DefaultValue is not null;

    private static IEnumerable<InputObjectField> DefaultsIn(InputObjectField input) =>
        DefaultsIn(input.Field.DefaultValue!, input.Field.Type);

    /// <summary>The fields that the literal omits and whose defaults are part of its value.</summary>
    private static IEnumerable<InputObjectField> DefaultsIn(ValueNode literal, GraphQLType type) => (literal, type.Named) switch
    {
        (ListValueNode list, _) => list.Items.SelectMany(item => DefaultsIn(item, type)),
        (ObjectValueNode value, InputObjectType target) => InputObjectField.Of(target).SelectMany(input =>
            value.Fields.Find(input.Field.Name) is { } given ? DefaultsIn(given, input.Field.Type)
            : HasDefault(input) ? [input]
            : []),
        _ => [],
    };
}
