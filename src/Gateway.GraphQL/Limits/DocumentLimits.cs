namespace Gateway.GraphQL.Limits;

/// <summary>
/// Limits of a document with its fragments expanded. They are checked before validation, in time linear to the document's length. Each
/// limit is at least 1.
/// </summary>
public sealed record DocumentLimits
{
    /// <summary>Only the limit of nesting, which the stack needs.</summary>
    public static DocumentLimits Unlimited { get; } = new()
    {
        MaxAllowedExpandedFields = int.MaxValue,
        MaxAllowedOfTypeDepth = int.MaxValue,
        MaxAllowedListRecursiveDepth = int.MaxValue,
    };

    /// <summary>
    /// Fields of an operation; a fragment counts at each of its spreads. It stops fragments that multiply by spreading each other.
    /// Default: 10,000.
    /// </summary>
    public int MaxAllowedExpandedFields { get; init => field = Limit.AtLeastOne(value); } = 10_000;

    /// <summary>How deep fields may nest. Default: unlimited.</summary>
    public int MaxAllowedExecutionDepth { get; init => field = Limit.AtLeastOne(value); } = int.MaxValue;

    /// <summary>Whether fields below <c>__schema</c> and <c>__type</c> are exempt from that limit. Default: false.</summary>
    public bool SkipIntrospectionFields { get; init; }

    /// <summary>
    /// How deep selection sets, fragments included, may nest: at most 500, which fits a stack of 1 MiB. Default: 500.
    /// </summary>
    public int MaxAllowedNesting { get; init => field = Limit.Between(1, 500, value); } = 500;

    /// <summary>Whether <c>__schema</c> and <c>__type</c> may be selected; <c>__typename</c> always may. Default: true.</summary>
    public bool AllowIntrospection { get; init; } = true;

    /// <summary>How deep <c>ofType</c> may nest in introspection. Default: 16.</summary>
    public int MaxAllowedOfTypeDepth { get; init => field = Limit.AtLeastOne(value); } = 16;

    /// <summary>
    /// How often each list that leads from type to type (<c>fields</c>, <c>inputFields</c>, <c>interfaces</c>, <c>possibleTypes</c>)
    /// may occur on one path of an introspection. Default: 1, which means never below itself.
    /// </summary>
    public int MaxAllowedListRecursiveDepth { get; init => field = Limit.AtLeastOne(value); } = 1;
}
