namespace Gateway.GraphQL.Limits;

/// <summary>
/// What a document may ask for once its fragments are spread; checked before validation, in time linear to its length. Each limit is at least 1.
/// </summary>
public sealed record DocumentLimits
{
    /// <summary>No limits but that of the stack.</summary>
    public static DocumentLimits Unlimited { get; } = new()
    {
        MaxAllowedExpandedFields = int.MaxValue,
        MaxAllowedOfTypeDepth = int.MaxValue,
        MaxAllowedListRecursiveDepth = int.MaxValue,
    };

    /// <summary>
    /// Fields of an operation with each fragment counted wherever it is spread, so that fragments that spread each other cannot
    /// multiply. Default: 10 000.
    /// </summary>
    public int MaxAllowedExpandedFields { get; init => field = Limit.AtLeastOne(value); } = 10_000;

    /// <summary>How deep fields may nest. Default: unlimited.</summary>
    public int MaxAllowedExecutionDepth { get; init => field = Limit.AtLeastOne(value); } = int.MaxValue;

    /// <summary>Whether what is below <c>__schema</c> and <c>__type</c> counts for nothing in that depth. Default: no.</summary>
    public bool SkipIntrospectionFields { get; init; }

    /// <summary>How deep selection sets may nest with fragments counted as well: 500 by default and at most, which a stack of 1 MiB holds.</summary>
    public int MaxAllowedNesting { get; init => field = Limit.Between(1, 500, value); } = 500;

    /// <summary>Whether <c>__schema</c> and <c>__type</c> may be asked for; <c>__typename</c> always may. Default: yes.</summary>
    public bool AllowIntrospection { get; init; } = true;

    /// <summary>How often <c>ofType</c> may stand below itself in introspection. Default: 16.</summary>
    public int MaxAllowedOfTypeDepth { get; init => field = Limit.AtLeastOne(value); } = 16;

    /// <summary>
    /// How often each of the lists that lead from type to type (<c>fields</c>, <c>inputFields</c>, <c>interfaces</c>,
    /// <c>possibleTypes</c>) may stand on one path of an introspection. Default: 1, never below itself.
    /// </summary>
    public int MaxAllowedListRecursiveDepth { get; init => field = Limit.AtLeastOne(value); } = 1;
}
