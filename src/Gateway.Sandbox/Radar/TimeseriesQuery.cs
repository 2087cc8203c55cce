namespace Gateway.Sandbox.Radar;

/// <summary>One series of a request.</summary>
/// <param name="Key">Its name, or <c>serie_N</c>.</param>
/// <param name="Filters">The filters that have a value at its position.</param>
internal sealed record SeriesQuery(string Key, DateWindow Window, IEnumerable<(SeriesFilter Filter, string Value)> Filters);

/// <summary>A request that has passed every check; it has at least one series.</summary>
internal sealed record TimeseriesQuery(AggInterval AggInterval, bool Csv, SeriesQuery[] Series);
