namespace Gateway.GraphQL.Limits;

/// <summary>
/// Limits of a document with its fragments expanded. They are checked before validation, in time proportional to the document's length.
/// Each limit is at least 1.
/// </summary>
public sealed record DocumentLimits
{
    /// <summary>
    /// The fields of an operation. A fragment counts at each of its spreads, so fragments that multiply by spreading each other are
    /// rejected. Default: 10,000.
    /// </summary>
    public int MaxAllowedExpandedFields { get; init => field = Limit.AtLeastOne(value); } = 10_000;

    /// <summary>The depth of nested fields. Default: unlimited.</summary>
    public int MaxAllowedExecutionDepth { get; init => field = Limit.AtLeastOne(value); } = int.MaxValue;

    /// <summary>
    /// Whether fields below <c>__schema</c> and <c>__type</c> are exempt from <see cref="MaxAllowedExecutionDepth"/>. Default: false.
    /// </summary>
    public bool SkipIntrospectionFields { get; init; }

    /// <summary>The depth of nested selection sets, including fragments. At most 500, which fits a stack of 1 MiB. Default: 500.</summary>
    public int MaxAllowedNesting { get; init => field = Limit.Between(1, 500, value); } = 500;

    /// <summary>Whether <c>__schema</c> and <c>__type</c> may be selected. <c>__typename</c> is always allowed. Default: true.</summary>
    public bool AllowIntrospection { get; init; } = true;

    /// <summary>The depth of nested <c>ofType</c> in introspection. Default: 16.</summary>
    public int MaxAllowedOfTypeDepth { get; init => field = Limit.AtLeastOne(value); } = 16;

    /// <summary>
    /// How often each list that leads from one type to others (<c>fields</c>, <c>inputFields</c>, <c>interfaces</c>, <c>possibleTypes</c>)
    /// may occur on one path of an introspection query. Default: 1, so a list may not be selected below itself.
    /// </summary>
    public int MaxAllowedListRecursiveDepth { get; init => field = Limit.AtLeastOne(value); } = 1;
}
