namespace Gateway.GraphQL.Types.Validation;

/// <summary>
/// The fields of a @oneOf input object are nullable and have no default (GraphQL September 2025, §3.10,
/// https://spec.graphql.org/September2025/#sec-Input-Objects.Type-Validation).
/// </summary>
internal static class OneOfFields
{
    public static IEnumerable<string> Check(SchemaParts schema)
    {
        foreach (var input in schema.InputFields.Where(input => input.Parent.IsOneOf))
        {
            if (input.Field.Type.IsNonNull)
            {
                yield return $"`{input}` must be nullable, since `{input.Parent}` is @oneOf.";
            }

            if (input.Field.DefaultValue is not null)
            {
                yield return $"`{input}` must have no default, since `{input.Parent}` is @oneOf.";
            }
        }
    }
}
