namespace Gateway.GraphQL.Types.Validation;

/// <summary>
/// Arguments, enum values, members of unions, implemented interfaces and directives are unique (GraphQL September 2025, §3.6 to §3.9 and
/// §3.13, https://spec.graphql.org/September2025/#sec-Type-System).
/// </summary>
internal static class Uniqueness
{
    public static IEnumerable<string> Check(SchemaParts schema)
    {
        var defined = schema.Directives.Select(directive => $"@{directive.Name}")
            .Concat(schema.Types.OfType<EnumType>().SelectMany(type => type.Values.Select(value => $"{type}.{value.Name}")))
            .Concat(schema.Arguments.Select(argument => argument.Coordinate));
        foreach (var coordinate in Repeated(defined))
        {
            yield return $"`{coordinate}` is defined twice: remove or rename one.";
        }

        foreach (var type in schema.Types)
        {
            foreach (var member in Repeated((type as UnionType)?.Types ?? []))
            {
                yield return $"The union `{type}` has the member `{member}` twice: remove one.";
            }

            foreach (var implemented in Repeated((type as ComplexType)?.Interfaces ?? []))
            {
                yield return $"`{type}` implements `{implemented}` twice: remove one.";
            }
        }
    }

    private static IEnumerable<T> Repeated<T>(IEnumerable<T> items) =>
        items.GroupBy(item => item).Where(same => same.Count() > 1).Select(same => same.Key);
}
