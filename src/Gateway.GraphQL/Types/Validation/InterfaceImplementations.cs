namespace Gateway.GraphQL.Types.Validation;

/// <summary>
/// Objects and interfaces have what their interfaces promise (IsValidImplementation, GraphQL September 2025, §3.6,
/// https://spec.graphql.org/September2025/#IsValidImplementation()), and no interface implements itself (§3.7).
/// </summary>
internal static class InterfaceImplementations
{
    public static IEnumerable<string> Check(SchemaParts schema) =>
        Cycles.Find(schema.Types.OfType<InterfaceType>(), type => type.Interfaces)
            .Select(cycle => $"The interface `{cycle[0]}` implements itself ({Cycles.Print(cycle)}): remove one of these interfaces.")
            .Concat(
                from type in schema.Types.OfType<ComplexType>()
                from implemented in type.Interfaces.Distinct()
                where implemented != type
                from fault in Check(type, implemented)
                select fault);

    private static IEnumerable<string> Check(ComplexType type, InterfaceType implemented)
    {
        foreach (var inherited in implemented.Interfaces.Where(inherited => inherited != type && !type.Interfaces.Contains(inherited)))
        {
            yield return $"`{type}` must implement `{inherited}`, since `{implemented}` does.";
        }

        foreach (var expected in implemented.Fields)
        {
            if (!type.TryGetField(expected.Name, out var field))
            {
                yield return $"`{type}` lacks the field `{expected.Name}` of `{implemented}`: add `{expected.Name}: {expected.Type}`.";
                continue;
            }

            foreach (var fault in Check(field, expected, $"{type}.{field.Name}", $"{implemented}.{field.Name}"))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> Check(OutputField field, OutputField expected, string own, string other)
    {
        if (!IsSubtype(field.Type, expected.Type))
        {
            yield return $"`{own}` is of type `{field.Type}`: `{other}` needs `{expected.Type}` or a subtype.";
        }

        foreach (var argument in expected.Arguments)
        {
            if (field.Arguments.Find(argument.Name)?.Type.ToString() is not { } type)
            {
                yield return $"`{own}` lacks the argument `{argument.Name}: {argument.Type}` of `{other}`.";
            }
            else if (type != argument.Type.ToString())
            {
                yield return $"`{own}({argument.Name}:)` is of type `{type}`: it must be `{argument.Type}`, as in `{other}`.";
            }
        }

        foreach (var added in field.Arguments.Where(added => added.IsRequired && expected.Arguments.Find(added.Name) is null))
        {
            yield return $"`{own}({added.Name}:)` is required, and `{other}` has no such argument: make it nullable or give it a default.";
        }

        if (field.DeprecationReason is not null && expected.DeprecationReason is null)
        {
            yield return $"`{own}` is deprecated, and `{other}` is not: deprecate both or neither.";
        }
    }

    /// <summary>IsValidImplementationFieldType (§3.6).</summary>
    private static bool IsSubtype(GraphQLType type, GraphQLType expected) => (type, expected) switch
    {
        (NonNullType own, _) => IsSubtype(own.OfType, expected.Nullable),
        (ListType own, ListType other) => IsSubtype(own.OfType, other.OfType),
        (ObjectType own, UnionType other) => other.Types.Contains(own),
        (ComplexType own, InterfaceType other) => own == other || own.Interfaces.Contains(other),
        _ => type == expected,
    };
}
