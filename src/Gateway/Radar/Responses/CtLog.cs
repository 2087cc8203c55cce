using Gateway.Columns;

namespace Gateway.Radar.Responses;

/// <summary>A Certificate Transparency log.</summary>
/// <param name="Id">What identifies it: its slug. A value for the filter `log`.</param>
/// <param name="Description">The name of the log.</param>
/// <param name="Operator">The operator. A value for the filter `logOperator`, unless it has a comma.</param>
/// <param name="Api">The API of the log.</param>
/// <param name="State">The state of the log.</param>
/// <param name="StateTimestamp">Since when it has this state.</param>
/// <param name="StartInclusive">The log takes certificates that expire at or after this time.</param>
/// <param name="EndExclusive">The log takes certificates that expire before this time.</param>
/// <param name="Url">The URL of the log.</param>
public sealed record CtLog(
    [property: ID] string Id,
    string? Description,
    string? Operator,
    CtResultLogApi? Api,
    CtLogState? State,
    DateTimeOffset? StateTimestamp,
    DateTimeOffset? StartInclusive,
    DateTimeOffset? EndExclusive,
    string? Url)
{
    internal static CtLog None { get; } = new("", null, null, null, null, null, null, null, null);

    internal long Size => 160 + MemorySize.Of(Id) + MemorySize.Of(Description) + MemorySize.Of(Operator) + MemorySize.Of(Url);
}

/// <summary>The API of a log.</summary>
public enum CtResultLogApi
{
    /// <summary>The original API of RFC 6962.</summary>
    RFC6962,

    /// <summary>The static, tiled API (Static CT).</summary>
    STATIC,

    /// <summary>A value that this gateway does not know yet.</summary>
    UNKNOWN,
}

/// <summary>The state of a log, as browsers see it.</summary>
public enum CtLogState
{
    /// <summary>In use.</summary>
    USABLE,

    /// <summary>Not accepted yet.</summary>
    PENDING,

    /// <summary>Accepted, and about to be usable.</summary>
    QUALIFIED,

    /// <summary>It takes no more certificates.</summary>
    READ_ONLY,

    /// <summary>No longer in use.</summary>
    RETIRED,

    /// <summary>Not accepted.</summary>
    REJECTED,

    /// <summary>A value that this gateway does not know yet.</summary>
    UNKNOWN,
}
