namespace Gateway.Sandbox.Radar;

/// <summary>One series of a request.</summary>
/// <param name="Key">The name of the series, or <c>serie_N</c>.</param>
/// <param name="Filters">The filters with a value at the position of the series.</param>
internal sealed record SeriesQuery(string Key, DateWindow Window, IEnumerable<(SeriesFilter Filter, string Value)> Filters);

/// <summary>A valid request. It has at least one series.</summary>
internal sealed record CertificateQuery(AggInterval AggInterval, bool Csv, SeriesQuery[] Series, Grouping? Grouping = null);

/// <summary>How the series of a request are grouped.</summary>
/// <param name="Limit">The maximum number of groups, besides the rest.</param>
/// <param name="ArePercentages">Whether values are percentages of all groups of a bucket.</param>
/// <param name="IsSummary">Whether there is one bucket for the whole window.</param>
internal sealed record Grouping(Dimension Dimension, int Limit, bool ArePercentages, bool IsSummary);
