namespace Gateway.Radar.Responses;

/// <summary>What the series of an answer have in common. Whatever Cloudflare left out is null, or an empty list.</summary>
/// <param name="AggInterval">Length of one interval.</param>
/// <param name="ConfidenceInfo">How far the data can be trusted.</param>
/// <param name="DateRange">The dates of the series, in their order, as Cloudflare adjusted them; up to the first that it left out.</param>
/// <param name="LastUpdated">When Cloudflare last added data: what happened after it is not counted yet.</param>
/// <param name="Normalization">What was done to the values after counting.</param>
/// <param name="Units">What the values count.</param>
public sealed record CtMeta(
    CtResultInterval? AggInterval,
    CtConfidenceInfo? ConfidenceInfo,
    IReadOnlyList<CtDateRange> DateRange,
    DateTimeOffset? LastUpdated,
    CtNormalization? Normalization,
    IReadOnlyList<CtUnit> Units)
{
    /// <summary>That of an answer without one.</summary>
    internal static CtMeta None { get; } = new(null, null, [], null, null, []);
}

/// <summary>How far the data can be trusted.</summary>
/// <param name="Level">From 1 (too little data, and erratic) to 5 (no known issue).</param>
/// <param name="Annotations">Events that show in the data, and remarks on how it was collected.</param>
public sealed record CtConfidenceInfo(int? Level, IReadOnlyList<CtAnnotation> Annotations);

/// <summary>A remark on part of the data.</summary>
/// <param name="DataSource">The data that it is about.</param>
/// <param name="Description">The remark.</param>
/// <param name="EndDate">Until when it holds; null while it lasts.</param>
/// <param name="EventType">What it tells of.</param>
/// <param name="IsInstantaneous">Whether it concerns one moment, rather than a time from start to end.</param>
/// <param name="LinkedUrl">Where to read more.</param>
/// <param name="StartDate">From when it holds.</param>
/// <param name="Tags">Words to sort remarks by.</param>
public sealed record CtAnnotation(
    CtDataSource? DataSource,
    string? Description,
    DateTimeOffset? EndDate,
    CtEventType? EventType,
    bool? IsInstantaneous,
    string? LinkedUrl,
    DateTimeOffset? StartDate,
    IReadOnlyList<string> Tags);

/// <summary>The dates of a series.</summary>
/// <param name="StartTime">Where they start.</param>
/// <param name="EndTime">Where they end.</param>
public sealed record CtDateRange(DateTimeOffset StartTime, DateTimeOffset EndTime);

/// <summary>What values count.</summary>
/// <param name="Name">The series that it holds for; `*` for all of them.</param>
/// <param name="Value">The unit, in Cloudflare's words.</param>
public sealed record CtUnit(string Name, string Value);
