using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Types.Validation;

/// <summary>
/// Defaults coerce to their type (GraphQL September 2025, §3.6, https://spec.graphql.org/September2025/#sec-Objects.Type-Validation), and
/// none needs itself (InputObjectDefaultValueHasCycle, §3.10).
/// </summary>
internal static class DefaultValues
{
    // Each is coerced where it is needed: within each other they take time and, since coercion recurses, stack.
    private const int MaxDefaults = 1000;

    public static IEnumerable<string> Check(SchemaParts schema)
    {
        var within = schema.InputFields.Where(HasDefault)
            .ToDictionary(input => input, input => DefaultsIn(input.Field.DefaultValue!, input.Field.Type).ToList());
        foreach (var cycle in Cycles.Find(within.Keys, input => within[input]))
        {
            yield return $"The default of `{cycle[0]}` needs itself without end ({Cycles.Print(cycle)}): "
                + "give the next field a value in one of these defaults, or remove one.";
        }

        var counts = CountDefaults(within);
        foreach (var input in within.Keys.Where(input => !counts.ContainsKey(input) && within[input].TrueForAll(counts.ContainsKey)))
        {
            yield return $"The default of `{input}` needs more than {MaxDefaults} defaults: give the next field a value in one of them.";
        }

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

            if (DefaultsIn(literal, field.Type).All(counts.ContainsKey) && FaultOf(field, literal) is { } fault)
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

    /// <summary>
    /// How many defaults each one needs, itself included. Those that need too many have no count, and neither do those that need one of
    /// them, or themselves.
    /// </summary>
    private static Dictionary<InputObjectField, int> CountDefaults(Dictionary<InputObjectField, List<InputObjectField>> within)
    {
        var users = (from user in within from inner in user.Value select (inner, user.Key)).ToLookup(use => use.inner, use => use.Key);
        var counts = new Dictionary<InputObjectField, int>();
        var pending = new Stack<InputObjectField>(within.Keys);
        while (pending.TryPop(out var input))
        {
            var count = 1;
            if (within[input].TrueForAll(inner => counts.TryGetValue(inner, out var more) && (count += more) <= MaxDefaults)
                && counts.TryAdd(input, count))
            {
                foreach (var user in users[input])
                {
                    pending.Push(user);
                }
            }
        }

        return counts;
    }

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
