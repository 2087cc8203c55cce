using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// The type of a variable must be compatible with the position where it is used (GraphQL September 2025, §5.8.5,
/// https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed).
/// </summary>
internal sealed class AllVariableUsagesAreAllowed() : ValidationRule("All-Variable-Usages-Are-Allowed"), IRule<OperationFacts>
{
    public void Check(OperationFacts operation, ValidationContext context)
    {
        foreach (var usage in context.UsagesOf(operation, this))
        {
            if (usage.Type is { } expected
                && operation.FindVariable(usage.Node.Name) is { Type: { IsInput: true } type } variable
                && !IsAllowed(variable.Node.DefaultValue, type, usage, expected))
            {
                var place = usage.OneOf is { } oneOf && !expected.IsNonNull
                    ? $"the one field of `{oneOf}`, which can't be null"
                    : $"`{expected}`";
                context.Report(
                    this,
                    $"The variable `${usage.Node.Name}` of type `{type}` can't be used for {place}.",
                    usage.Node.Location,
                    variable.Node.Location);
            }
        }
    }

    /// <summary>IsVariableUsageAllowed.</summary>
    private static bool IsAllowed(ValueNode? variableDefault, GraphQLType type, in VariableUsage usage, GraphQLType expected)
    {
        var isNonNullPosition = expected.IsNonNull || usage.OneOf is not null;
        if (!isNonNullPosition || type.IsNonNull)
        {
            return AreCompatible(type, expected);
        }

        var hasNonNullDefault = variableDefault is not (null or NullValueNode);
        return (hasNonNullDefault || usage.HasDefault) && AreCompatible(type, expected.Nullable);
    }

    /// <summary>AreTypesCompatible.</summary>
    private static bool AreCompatible(GraphQLType variable, GraphQLType location) => (variable, location) switch
    {
        (NonNullType a, NonNullType b) => AreCompatible(a.OfType, b.OfType),
        (_, NonNullType) => false,
        (NonNullType a, _) => AreCompatible(a.OfType, location),
        (ListType a, ListType b) => AreCompatible(a.OfType, b.OfType),
        _ => variable == location,
    };
}
