using Gateway.Radar.Inputs;

namespace Gateway.Radar.Responses;

/// <summary>Metadata of all series of an answer. What Cloudflare omitted is null or an empty list.</summary>
/// <param name="AggInterval">Length of one interval of the series.</param>
/// <param name="ConfidenceInfo">How reliable the data is.</param>
/// <param name="DateRange">The periods of the series, in order, as adjusted by Cloudflare. Ends before the first one that it
/// omitted.</param>
/// <param name="LastUpdated">When Cloudflare last added data. Later events are not counted yet.</param>
/// <param name="Normalization">How the values were normalized.</param>
/// <param name="Units">The units of the values.</param>
public sealed record CtMeta(
    CtResultInterval? AggInterval,
    CtConfidenceInfo? ConfidenceInfo,
    [property: ListSize(AssumedSize = CtInput.MaxSeries)] IReadOnlyList<CtDateRange> DateRange,
    DateTimeOffset? LastUpdated,
    CtNormalization? Normalization,
    [property: ListSize(AssumedSize = CtInput.MaxSeries)] IReadOnlyList<CtUnit> Units)
{
    /// <summary>The metadata of an answer without any.</summary>
    internal static CtMeta None { get; } = new(null, null, [], null, null, []);

    /// <summary>Whether the values are counts. Only counts add up.</summary>
    internal bool AreCounts => Normalization is null or CtNormalization.RAW_VALUES;
}

/// <summary>How reliable the data is.</summary>
/// <param name="Level">From 1 (too little or erratic data) to 5 (no known issues).</param>
/// <param name="Annotations">Events that affect the data, and remarks on its collection.</param>
public sealed record CtConfidenceInfo(int? Level, [property: ListSize(AssumedSize = 10)] IReadOnlyList<CtAnnotation> Annotations);

/// <summary>A remark on a part of the data.</summary>
/// <param name="DataSource">The data that the remark is about.</param>
/// <param name="Description">The text of the remark.</param>
/// <param name="EndDate">The end of the event; null while it continues.</param>
/// <param name="EventType">The kind of event.</param>
/// <param name="IsInstantaneous">Whether the event has no duration.</param>
/// <param name="LinkedUrl">A URL with more information.</param>
/// <param name="StartDate">The start of the event.</param>
/// <param name="Tags">Keywords of the remark.</param>
public sealed record CtAnnotation(
    CtDataSource? DataSource,
    string? Description,
    DateTimeOffset? EndDate,
    CtEventType? EventType,
    bool? IsInstantaneous,
    string? LinkedUrl,
    DateTimeOffset? StartDate,
    [property: ListSize(AssumedSize = 5)] IReadOnlyList<string> Tags);

/// <summary>The period of a series.</summary>
/// <param name="StartTime">Start of the period.</param>
/// <param name="EndTime">End of the period.</param>
public sealed record CtDateRange(DateTimeOffset StartTime, DateTimeOffset EndTime);

/// <summary>The unit of the values of a series.</summary>
/// <param name="Name">The name of the series; `*` for all series.</param>
/// <param name="Value">The unit, as written by Cloudflare.</param>
public sealed record CtUnit(string Name, string Value);
