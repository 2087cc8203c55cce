using System.Text.Json;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Radar;

/// <summary>What explains a series: here, maintenance in the first hour of every month.</summary>
internal static class Annotations
{
    /// <summary>The starts of those that lie in a window of any series, in their order.</summary>
    public static IEnumerable<DateTimeOffset> In(IEnumerable<Series> series) => series
        .SelectMany(one => MonthsIn(one.Window))
        .Distinct()
        .Order();

    public static void Write(Utf8JsonWriter json, DateTimeOffset start)
    {
        json.WriteStartObject();
        json.WriteString("dataSource", "CT");
        json.WriteString("description", "Scheduled maintenance of a sandbox log");
        json.WriteString("startDate", Rfc3339.Format(start));
        json.WriteString("endDate", Rfc3339.Format(start.AddHours(1)));
        json.WriteString("eventType", "PIPELINE");
        json.WriteBoolean("isInstantaneous", false);
        json.WriteString("linkedUrl", "https://example.com/maintenance");
        json.WriteStartArray("tags");
        json.WriteStringValue("sandbox");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<DateTimeOffset> MonthsIn(DateWindow window)
    {
        var month = new DateTimeOffset(window.Start.Year, window.Start.Month, 1, 0, 0, 0, TimeSpan.Zero);
        for (; month < window.End; month = month.AddMonths(1))
        {
            if (month >= window.Start)
                yield return month;
        }
    }
}
