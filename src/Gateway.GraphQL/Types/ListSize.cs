using Gateway.GraphQL.CostAnalysis;

namespace Gateway.GraphQL.Types;

/// <summary>What <c>@listSize</c> says of a field.</summary>
internal sealed record ListSize(
    int? AssumedSize, IReadOnlyList<string> SlicingArguments, IReadOnlyList<string> SizedFields, bool RequireOneSlicingArgument)
{
    public static ListSize? Of(ListSizeAttribute? attribute) => attribute is null ? null : new ListSize(
        attribute.AssumedSize > 0 ? attribute.AssumedSize : null,
        attribute.SlicingArguments ?? [],
        attribute.SizedFields ?? [],
        attribute.RequireOneSlicingArgument && attribute.SlicingArguments is { Length: > 0 });
}
