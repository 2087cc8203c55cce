using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Radar;

/// <summary><c>dateRange</c>, or <c>dateStart</c> with <c>dateEnd</c>; every series is as long as the first.</summary>
internal static class WindowReader
{
    // What the API takes when no date is given is not published.
    private const string DefaultRange = "7d";

    public static IReadOnlyList<DateWindow> Read(QueryParameters query, DateTimeOffset now)
    {
        IReadOnlyList<string> ranges = query.Repeated("dateRange"), starts = query.Repeated("dateStart"), ends = query.Repeated("dateEnd");
        if (ranges.Count > 0 && (starts.Count > 0 || ends.Count > 0))
            query.Problems.Add("dateRange cannot be combined with dateStart and dateEnd");
        if (starts.Count != ends.Count)
            query.Problems.Add($"dateStart has {starts.Count} values and dateEnd {ends.Count}");

        var windows = starts.Count > 0 ? Absolute(query, starts, ends) : Relative(query, ranges.Count > 0 ? ranges : [DefaultRange], now);
        if (windows.Any(window => window.Length != windows[0].Length))
            query.Problems.Add("all series must cover the same duration as the first");
        return windows;
    }

    private static List<DateWindow> Relative(QueryParameters query, IReadOnlyList<string> ranges, DateTimeOffset now)
    {
        var windows = new List<DateWindow>();
        foreach (var range in ranges)
        {
            if (DateWindow.Relative(range, now) is { } window)
                windows.Add(window);
            else
                query.Problems.Add($"dateRange: '{range}' is not 1d to 364d or 1w to 52w, with or without control");
        }

        return windows;
    }

    private static List<DateWindow> Absolute(QueryParameters query, IReadOnlyList<string> starts, IReadOnlyList<string> ends)
    {
        var windows = new List<DateWindow>();
        for (var i = 0; i < Math.Min(starts.Count, ends.Count); i++)
        {
            if (!TryRead(query, "dateStart", starts[i], out var start) | !TryRead(query, "dateEnd", ends[i], out var end))
                continue;
            if (start > end)
                query.Problems.Add("dateStart must not be after dateEnd");
            windows.Add(DateWindow.Absolute(start, end));
        }

        return windows;
    }

    private static bool TryRead(QueryParameters query, string name, string text, out DateTimeOffset instant)
    {
        if (Rfc3339.TryParse(text, out instant, out var offset) && offset)
            return true;
        query.Problems.Add($"{name}: '{text}' is not an RFC 3339 date-time");
        return false;
    }
}
