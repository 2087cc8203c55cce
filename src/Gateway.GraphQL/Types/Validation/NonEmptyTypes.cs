namespace Gateway.GraphQL.Types.Validation;

/// <summary>
/// Objects, interfaces, unions, enums and input objects have members (GraphQL September 2025, §3.6 to §3.10,
/// https://spec.graphql.org/September2025/#sec-Objects.Type-Validation).
/// </summary>
internal static class NonEmptyTypes
{
    public static IEnumerable<string> Check(SchemaParts schema) => schema.Types.Select(FaultOf).OfType<string>();

    private static string? FaultOf(NamedType type) => type switch
    {
        ComplexType { Fields.Count: 0 } => $"The type `{type}` has no fields: it needs at least one.",
        UnionType { Types.Count: 0 } => $"The union `{type}` has no member: add the types that derive from it.",
        EnumType { Values.Count: 0 } => $"The enum `{type}` has no values: it needs at least one.",
        InputObjectType { Fields.Count: 0 } => $"The input object `{type}` has no fields: it needs at least one.",
        _ => null,
    };
}
