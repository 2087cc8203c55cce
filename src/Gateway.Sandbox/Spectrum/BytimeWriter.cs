using System.Text.Json;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Spectrum;

/// <summary>Writes a report in the API's envelope: <c>metrics[metric][bucket]</c>, one row for each combination of dimensions.</summary>
internal static class BytimeWriter
{
    private static readonly TimeSpan LastSecond = TimeSpan.FromSeconds(1);

    public static void Write(Utf8JsonWriter json, BytimeReport report, double lagSeconds)
    {
        json.WriteStartObject();
        json.WriteBoolean("success", true);
        WriteList(json, "errors", Array.Empty<string>());
        WriteList(json, "messages", Array.Empty<string>());
        json.WriteStartObject("result");
        json.WriteNumber("rows", report.Rows.Count);
        json.WriteNumber("data_lag", lagSeconds);
        WriteQuery(json, report.Query);
        WriteIntervals(json, report.Query.Boundaries);
        json.WriteStartArray("data");
        foreach (var row in report.Rows.Take(report.Query.Limit ?? int.MaxValue))
            WriteRow(json, row, report.Query.Metrics);
        json.WriteEndArray();
        WriteMap(json, "totals", report.Query.Metrics, report.Totals.Value);
        WriteMap(json, "min", report.Query.Metrics, metric => report.Range(metric).Min);
        WriteMap(json, "max", report.Query.Metrics, metric => report.Range(metric).Max);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteQuery(Utf8JsonWriter json, BytimeQuery query)
    {
        json.WriteStartObject("query");
        WriteList(json, "dimensions", query.Dimensions.Select(Terms.Dimensions.Name));
        WriteList(json, "metrics", query.Metrics.Select(Terms.Metrics.Name));
        if (query.Filter is { } filter)
            json.WriteString("filters", filter.Text);
        if (query.Sort.Count > 0)
            WriteList(json, "sort", query.Sort.Select(field => field.ToString()));
        if (query.Limit is { } limit)
            json.WriteNumber("limit", limit);
        json.WriteString("since", Rfc3339.Format(query.Since));
        json.WriteString("until", Rfc3339.Format(query.Until));
        json.WriteString("time_delta", Terms.TimeDeltas.Name(query.TimeDelta));
        json.WriteEndObject();
    }

    private static void WriteIntervals(Utf8JsonWriter json, IReadOnlyList<DateTimeOffset> boundaries)
    {
        json.WriteStartArray("time_intervals");
        for (var i = 0; i + 1 < boundaries.Count; i++)
        {
            json.WriteStartArray();
            json.WriteStringValue(Rfc3339.Format(boundaries[i]));
            json.WriteStringValue(Rfc3339.Format(boundaries[i + 1] - LastSecond));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, BytimeRow row, IReadOnlyList<Metric> metrics)
    {
        json.WriteStartObject();
        WriteList(json, "dimensions", row.Dimensions);
        json.WriteStartArray("metrics");
        foreach (var metric in metrics)
        {
            json.WriteStartArray();
            foreach (var bucket in row.Buckets)
                json.WriteNumberValue(bucket.Value(metric));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter json, string name, IEnumerable<Metric> metrics, Func<Metric, double> value)
    {
        json.WriteStartObject(name);
        foreach (var metric in metrics)
            json.WriteNumber(Terms.Metrics.Name(metric), value(metric));
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
