using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Merging;

/// <summary>
/// SameResponseShape (GraphQL September 2025, §5.3.2, https://spec.graphql.org/September2025/#sec-Field-Selection-Merging) for the types of
/// fields. Their selection sets are checked separately.
/// </summary>
internal static class ResponseShape
{
    /// <summary>Finds two fields with different shapes; null if all shapes are equal. Fields unknown to the schema are ignored.</summary>
    public static (FieldFacts First, FieldFacts Second)? FirstDifference(List<FieldFacts> fields)
    {
        FieldFacts? first = null;
        foreach (var field in fields)
        {
            if (field.Definition is not { } definition)
            {
                continue;
            }

            first ??= field;
            if (!IsSame(first.Definition!.Type, definition.Type))
            {
                return (first, field);
            }
        }

        return null;
    }

    private static bool IsSame(GraphQLType a, GraphQLType b) => (a, b) switch
    {
        (NonNullType x, NonNullType y) => IsSame(x.OfType, y.OfType),
        (ListType x, ListType y) => IsSame(x.OfType, y.OfType),
        (NamedType x, NamedType y) => x == y || (x.IsComposite && y.IsComposite),
        _ => false,
    };
}
