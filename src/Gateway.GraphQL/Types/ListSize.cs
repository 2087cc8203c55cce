namespace Gateway.GraphQL.Types;

/// <summary>What <c>@listSize</c> says of a field.</summary>
internal sealed record ListSize(
    int? AssumedSize, IReadOnlyList<string> SlicingArguments, IReadOnlyList<string> SizedFields, bool RequireOneSlicingArgument);
