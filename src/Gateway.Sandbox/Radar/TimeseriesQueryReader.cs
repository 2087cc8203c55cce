using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Radar;

/// <summary>
/// Checks every parameter; a query is there only where nothing was refused. Unknown parameters are ignored.
/// Lists are positional: the i-th value belongs to the i-th series, of which there are as many as dates; where a filter is
/// shorter, the later series are not filtered by it.
/// </summary>
internal static class TimeseriesQueryReader
{
    private const string MetaKey = "meta";

    private static readonly string[] LogParameters = ["log", "logApi", "logOperator", "entryType"];

    public static TimeseriesQuery? Read(QueryParameters query, DateTimeOffset now)
    {
        var csv = ReadFormat(query);
        var windows = WindowReader.Read(query, now);
        var names = ReadNames(query, windows.Count);
        foreach (var filter in SeriesFilter.All)
            CheckFilter(query, filter, windows.Count);
        if (query.Repeated("tld").Count > 0 && LogParameters.FirstOrDefault(name => query.Repeated(name).Count > 0) is { } conflict)
            query.Problems.Add($"tld cannot be combined with {conflict}");

        var interval = ReadAggInterval(query, windows);
        return query.Problems.Count > 0
            ? null
            : new(interval, csv, [.. windows.Select((window, i) => new SeriesQuery(names[i], window, FiltersAt(query, i)))]);
    }

    private static bool ReadFormat(QueryParameters query)
    {
        var text = query.Single("format") ?? "JSON";
        var csv = text.Equals("CSV", StringComparison.OrdinalIgnoreCase);
        if (!csv && !text.Equals("JSON", StringComparison.OrdinalIgnoreCase))
            query.Problems.Add("format must be one of JSON, CSV");
        return csv;
    }

    private static AggInterval ReadAggInterval(QueryParameters query, IReadOnlyList<DateWindow> windows)
    {
        var range = windows.Count > 0 ? windows[0].Length : TimeSpan.Zero;
        if (query.Single("aggInterval") is not { } text)
            return AggIntervals.Default(range);
        if (AggIntervals.Requested.Find(text) is not { } interval)
            query.Problems.Add($"aggInterval must be one of {AggIntervals.Requested}");
        else if (!AggIntervals.Allows(interval, range))
            query.Problems.Add($"aggInterval {text} is too fine for the date range");
        else
            return interval;
        return default;
    }

    /// <summary>A name is a key of the answer beside <c>meta</c>.</summary>
    private static IReadOnlyList<string> ReadNames(QueryParameters query, int series)
    {
        var names = query.Repeated("name");
        if (names.Count == 0)
            return [.. Enumerable.Range(0, series).Select(i => $"serie_{i}")];

        if (names.Count != series)
            query.Problems.Add($"name has {names.Count} values for {series} series");
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Count)
            query.Problems.Add("name: values must be unique");
        if (names.Any(name => name is "" or MetaKey))
            query.Problems.Add("name: a value must not be empty or 'meta'");
        return names;
    }

    private static void CheckFilter(QueryParameters query, SeriesFilter filter, int series)
    {
        var values = query.Repeated(filter.Name);
        if (values.Count > series)
            query.Problems.Add($"{filter.Name} has {values.Count} values for {series} series");
        if (filter.Allowed is not { } allowed)
            return;
        foreach (var value in values)
        {
            if (!allowed.Contains(value, StringComparer.Ordinal))
                query.Problems.Add($"{filter.Name}: '{value}' is not one of {string.Join(", ", allowed)}");
        }
    }

    /// <summary>An empty text at a position filters nothing there.</summary>
    private static List<(SeriesFilter, string)> FiltersAt(QueryParameters query, int position)
    {
        var filters = new List<(SeriesFilter, string)>();
        foreach (var filter in SeriesFilter.All)
        {
            var values = query.Repeated(filter.Name);
            if (position < values.Count && values[position].Length > 0)
                filters.Add((filter, values[position]));
        }

        return filters;
    }
}
