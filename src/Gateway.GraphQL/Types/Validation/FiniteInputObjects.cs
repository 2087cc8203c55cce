namespace Gateway.GraphQL.Types.Validation;

/// <summary>
/// An input object has a finite value: none of its non-null fields leads back to it, and neither do all fields of a @oneOf (GraphQL
/// September 2025, §3.10, https://spec.graphql.org/September2025/#sec-Input-Objects.Circular-References).
/// </summary>
internal static class FiniteInputObjects
{
    public static IEnumerable<string> Check(SchemaParts schema)
    {
        var finite = FindFinite(schema);
        return Cycles.Find(schema.InputFields.Where(IsEndless), input => InputObjectField.Of(TargetOf(input)!).Where(IsEndless))
            .Select(FaultOf);

        bool IsEndless(InputObjectField input) =>
            !finite.Contains(input.Parent) && TargetOf(input) is { } target && !finite.Contains(target);
    }

    /// <summary>
    /// Begins with the input objects that need no other. Those that need one are looked at again once it is known to be finite.
    /// </summary>
    private static HashSet<InputObjectType> FindFinite(SchemaParts schema)
    {
        var users = schema.InputFields.ToLookup(TargetOf, input => input.Parent);
        var finite = new HashSet<InputObjectType>();
        var pending = new Stack<InputObjectType>(schema.Types.OfType<InputObjectType>());
        while (pending.TryPop(out var type))
        {
            if (!finite.Contains(type) && IsFinite(type, finite))
            {
                finite.Add(type);
                foreach (var user in users[type])
                {
                    pending.Push(user);
                }
            }
        }

        return finite;
    }

    private static bool IsFinite(InputObjectType type, HashSet<InputObjectType> finite)
    {
        return type is { IsOneOf: true, Fields.Count: > 0 }
            ? InputObjectField.Of(type).Any(HasFiniteValue)
            : InputObjectField.Of(type).All(HasFiniteValue);

        bool HasFiniteValue(InputObjectField input) => TargetOf(input) is not { } target || finite.Contains(target);
    }

    /// <summary>The input object that a value of the parent needs for the field to be given; null if it needs none.</summary>
    private static InputObjectType? TargetOf(InputObjectField input) =>
        (input.Parent.IsOneOf || input.Field.Type.IsNonNull ? input.Field.Type.Nullable : null) as InputObjectType;

    private static string FaultOf(IReadOnlyList<InputObjectField> cycle) =>
        $"The input object `{cycle[0].Parent}` needs itself without end ({Cycles.Print(cycle)}): "
        + (cycle.All(input => input.Parent.IsOneOf)
            ? "add a field of another type."
            : "make one of these non-null fields nullable or a list.");
}
