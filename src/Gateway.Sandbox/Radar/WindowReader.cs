using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Radar;

/// <summary>Reads <c>dateRange</c>, or <c>dateStart</c> with <c>dateEnd</c>. All series must be as long as the first one.</summary>
internal static class WindowReader
{
    // Cloudflare does not document its default.
    private const string DefaultRange = "7d";

    public static List<DateWindow> Read(QueryParameters query, DateTimeOffset now)
    {
        string[] ranges = query.Repeated("dateRange"), starts = query.Repeated("dateStart"), ends = query.Repeated("dateEnd");
        if (ranges.Length > 0 && starts.Length + ends.Length > 0)
            query.Problems.Add("dateRange cannot be combined with dateStart and dateEnd");
        if (starts.Length != ends.Length)
            query.Problems.Add($"dateStart has {starts.Length} values and dateEnd {ends.Length}");

        var read = starts.Length > 0
            ? starts.Zip(ends, (start, end) => Absolute(query, start, end))
            : ranges.DefaultIfEmpty(DefaultRange).Select(range => Relative(query, range, now));
        var windows = read.OfType<DateWindow>().ToList();
        if (windows.Any(window => window.Length != windows[0].Length))
            query.Problems.Add("all series must cover the same duration as the first");
        return windows;
    }

    private static DateWindow? Relative(QueryParameters query, string range, DateTimeOffset now)
    {
        var window = DateWindow.Relative(range, now);
        if (window is null)
            query.Problems.Add($"dateRange: '{range}' is not 1d to 364d or 1w to 52w, with or without control");
        return window;
    }

    private static DateWindow? Absolute(QueryParameters query, string start, string end)
    {
        DateTimeOffset? from = ReadDate(query, "dateStart", start), to = ReadDate(query, "dateEnd", end);
        if (from > to)
            query.Problems.Add("dateStart must not be after dateEnd");
        return from is null || to is null ? null : DateWindow.Absolute(from.Value, to.Value);
    }

    private static DateTimeOffset? ReadDate(QueryParameters query, string name, string text)
    {
        var date = Rfc3339.Parse(text, requireOffset: true);
        if (date is null)
            query.Problems.Add($"{name}: '{text}' is not an RFC 3339 date-time");
        return date;
    }
}
