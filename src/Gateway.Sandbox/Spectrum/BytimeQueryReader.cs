using System.Globalization;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Spectrum;

/// <summary>Checks every parameter; a query is there only where nothing was refused. Unknown parameters are ignored.</summary>
internal static class BytimeQueryReader
{
    // Not published: enough for any dashboard, so that a year of minutes is refused instead of computed.
    private const int MostBuckets = 100_000;
    private const int MostPoints = 1_000_000;

    private static readonly TimeSpan DefaultWindow = TimeSpan.FromHours(6);

    // The metrics of a request that names none are not published either.
    private static readonly Metric[] DefaultMetrics = [Metric.Count];

    public static BytimeQuery? Read(QueryParameters query, DateTimeOffset now)
    {
        var delta = ReadTimeDelta(query);
        var dimensions = ReadList(query, "dimensions", Terms.Dimensions);
        var metrics = ReadList(query, "metrics", Terms.Metrics) is { Count: > 0 } named ? named : [.. DefaultMetrics];
        var filter = FilterParser.Parse(query);
        var until = ReadInstant(query, "until") ?? now;
        var since = ReadInstant(query, "since") ?? until - DefaultWindow;
        var sort = ReadSort(query, dimensions, metrics);
        var limit = ReadLimit(query);
        if (since > until)
            query.Problems.Add("since must not be after until");
        if (query.Problems.Count > 0)
            return null;

        var most = Math.Min(MostBuckets, MostPoints / ZoneEvents.Combinations(dimensions));
        if (Buckets.Cover(delta, since, until, most) is { } boundaries)
            return new(delta, dimensions, metrics, filter, since, until, sort, limit, boundaries);
        query.Problems.Add("time_delta is too fine for the range");
        return null;
    }

    private static TimeDelta ReadTimeDelta(QueryParameters query)
    {
        var text = query.Single("time_delta");
        if (text is null)
            query.Problems.Add("time_delta is required");
        else if (Terms.TimeDeltas.Find(text) is { } delta)
            return delta;
        else
            query.Problems.Add($"time_delta must be one of {Terms.TimeDeltas}");
        return default;
    }

    private static List<T> ReadList<T>(QueryParameters query, string name, Vocabulary<T> vocabulary)
        where T : struct, Enum
    {
        var list = new List<T>();
        foreach (var text in query.Joined(name))
        {
            if (vocabulary.Find(text) is not { } value)
                query.Problems.Add($"{name}: '{text}' is not one of {vocabulary}");
            else if (!list.Contains(value))
                list.Add(value);
        }

        return list;
    }

    private static DateTimeOffset? ReadInstant(QueryParameters query, string name)
    {
        if (query.Single(name) is not { } text)
            return null;
        if (Rfc3339.TryParse(text, out var instant, out _))
            return instant;
        query.Problems.Add($"{name} must be an RFC 3339 date-time");
        return null;
    }

    private static List<SortField> ReadSort(QueryParameters query, List<Dimension> dimensions, List<Metric> metrics)
    {
        var sort = new List<SortField>();
        foreach (var text in query.Joined("sort"))
        {
            // A plus that was not encoded arrives as a space.
            if (text is not ['+' or '-', .. var field])
                query.Problems.Add($"sort: '{text}' must begin with + or -");
            else if (Terms.Metrics.Find(field) is { } metric && metrics.Contains(metric))
                sort.Add(new(metric, null, text[0] == '-'));
            else if (Terms.Dimensions.Find(field) is { } dimension && dimensions.Contains(dimension))
                sort.Add(new(null, dimension, text[0] == '-'));
            else
                query.Problems.Add($"sort: '{field}' is not among the requested dimensions and metrics");
        }

        return sort;
    }

    private static int? ReadLimit(QueryParameters query)
    {
        if (query.Single("limit") is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0)
            return limit;
        query.Problems.Add("limit must be a positive integer");
        return null;
    }
}
