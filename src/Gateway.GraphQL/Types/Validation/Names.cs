namespace Gateway.GraphQL.Types.Validation;

/// <summary>
/// Names consist of letters, digits and `_` (GraphQL September 2025, §2.1.8, https://spec.graphql.org/September2025/#Name), and those that
/// begin with `__` are reserved (§4, https://spec.graphql.org/September2025/#sec-Introspection.Reserved-Names).
/// </summary>
internal static class Names
{
    public static IEnumerable<string> Check(SchemaParts schema)
    {
        foreach (var (name, what) in Of(schema))
        {
            if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            {
                yield return $"The {what} has no valid name: letters, digits and `_`, and no digit first.";
            }
            else if (name.StartsWith("__", StringComparison.Ordinal))
            {
                yield return $"The {what} has a name that is reserved for introspection: begin it with one `_` at most.";
            }
        }

        foreach (var type in schema.Types.OfType<EnumType>())
        {
            foreach (var value in type.Values.Where(value => value.Name is "true" or "false" or "null"))
            {
                yield return $"The enum value `{type}.{value.Name}` has the name of another literal: choose another name.";
            }
        }
    }

    private static IEnumerable<(string Name, string What)> Of(SchemaParts schema) =>
    [
        .. from type in schema.Types where !IsIntrospection(type) select (type.Name, $"type `{type}`"),
        .. from type in schema.Types.OfType<ComplexType>()
           from field in type.Fields
           select (field.Name, $"field `{type}.{field.Name}`"),
        .. from type in schema.Types.OfType<EnumType>()
           from value in type.Values
           select (value.Name, $"enum value `{type}.{value.Name}`"),
        .. from directive in schema.Directives select (directive.Name, $"directive `@{directive.Name}`"),
        .. from argument in schema.Arguments select (argument.Field.Name, $"argument `{argument.Coordinate}`"),
        .. from input in schema.InputFields select (input.Field.Name, $"input field `{input}`"),
    ];

    private static bool IsIntrospection(NamedType type) =>
        type.Name is "__Schema" or "__Type" or "__TypeKind" or "__Field" or "__InputValue"
        or "__EnumValue" or "__Directive" or "__DirectiveLocation";
}
