using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Merging;

/// <summary>SameResponseShape (§5.3.2), without the selection sets of the fields.</summary>
internal static class ResponseShape
{
    /// <summary>Two fields with different shapes; null if all shapes are equal. Unknown fields have no shape.</summary>
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
