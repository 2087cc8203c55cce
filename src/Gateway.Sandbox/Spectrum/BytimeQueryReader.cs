using System.Globalization;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Spectrum;

/// <summary>Validates all parameters. There is a query only if all are valid. Unknown parameters are ignored.</summary>
internal static class BytimeQueryReader
{
    // Not documented by Cloudflare. It is enough for any dashboard, and rejects a year of minutes.
    private const int MostBuckets = 100_000;
    private const int MostPoints = 1_000_000;

    private const string DateRule = "must be an RFC 3339 date-time";

    private static readonly TimeSpan DefaultWindow = TimeSpan.FromHours(6);

    /// <param name="query">The parameters.</param>
    /// <param name="hasIntervals">Whether the endpoint has intervals, and so <c>time_delta</c>.</param>
    /// <param name="now">The time of the call.</param>
    public static BytimeQuery? Read(QueryParameters query, bool hasIntervals, DateTimeOffset now)
    {
        if (hasIntervals && query.Repeated("time_delta") is [])
            query.Problems.Add("time_delta is required");
        var delta = hasIntervals ? query.OneOf("time_delta", TimeDelta.All, delta => delta.Name) : null;
        var dimensions = ReadList(query, "dimensions", Terms.Dimensions);
        // Cloudflare does not document the default metrics either.
        var metrics = ReadList(query, "metrics", Terms.Metrics) is { Length: > 0 } named ? named : ["count"];
        var filter = Filter.Read(query);
        var until = query.Single("until", text => Rfc3339.Parse(text), DateRule) ?? now;
        var since = query.Single("since", text => Rfc3339.Parse(text), DateRule) ?? until - DefaultWindow;
        var sort = ReadSort(query, [.. dimensions, .. metrics]);
        var limit = query.Single<int?>(
            "limit",
            text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows > 0 ? rows : null,
            "must be a positive integer");
        if (since > until)
            query.Problems.Add("since must not be after until");
        if (query.Problems.Count > 0)
            return null;
        if (delta is null)
            return new(null, dimensions, metrics, filter, since, until, sort, limit, TimeDelta.Whole(since, until));

        var most = Math.Min(MostBuckets, MostPoints / ZoneEvents.Combinations(dimensions));
        if (delta.Cover(since, until, most) is { } boundaries)
            return new(delta, dimensions, metrics, filter, since, until, sort, limit, boundaries);
        query.Problems.Add("time_delta is too fine for the range");
        return null;
    }

    private static string[] ReadList(QueryParameters query, string name, string[] words)
    {
        var values = query.Joined(name);
        query.Problems.AddRange(values.Except(words).Select(text => $"{name}: '{text}' is not one of {string.Join(", ", words)}"));
        return [.. values.Intersect(words)];
    }

    private static string[] ReadSort(QueryParameters query, string[] fields)
    {
        var sort = query.Joined("sort");
        foreach (var text in sort)
        {
            // An unencoded plus is decoded to a space.
            if (text is not ['+' or '-', .. var field])
                query.Problems.Add($"sort: '{text}' must begin with + or -");
            else if (!fields.Contains(field))
                query.Problems.Add($"sort: '{field}' is not among the requested dimensions and metrics");
        }

        return sort;
    }
}
