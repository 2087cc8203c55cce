using System.Globalization;
using System.Text.Json;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Radar;

/// <summary>Writes a report in Radar's envelope: the series stand beside <c>meta</c>, values are texts.</summary>
internal static class TimeseriesWriter
{
    private const int NoKnownIssue = 5;

    public static void Write(Utf8JsonWriter json, TimeseriesReport report)
    {
        json.WriteStartObject();
        json.WriteBoolean("success", true);
        json.WriteStartArray("errors");
        json.WriteEndArray();
        json.WriteStartObject("result");
        WriteMeta(json, report);
        foreach (var series in report.Series)
            WriteSeries(json, series);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteMeta(Utf8JsonWriter json, TimeseriesReport report)
    {
        json.WriteStartObject("meta");
        json.WriteString("aggInterval", AggIntervals.Answered.Name(report.AggInterval));
        json.WriteStartObject("confidenceInfo");
        json.WriteNumber("level", NoKnownIssue);
        json.WriteStartArray("annotations");
        foreach (var start in Annotations.In(report.Series))
            Annotations.Write(json, start);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("dateRange");
        foreach (var series in report.Series)
        {
            json.WriteStartObject();
            json.WriteString("startTime", Rfc3339.Format(series.Window.Start));
            json.WriteString("endTime", Rfc3339.Format(series.Window.End));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("lastUpdated", Rfc3339.Format(report.LastUpdated));
        json.WriteString("normalization", "RAW_VALUES");
        json.WriteStartArray("units");
        json.WriteStartObject();
        json.WriteString("name", "*");
        json.WriteString("value", "certificates");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSeries(Utf8JsonWriter json, Series series)
    {
        json.WriteStartObject(series.Key);
        json.WriteStartArray("timestamps");
        foreach (var (start, _) in series.Points)
            json.WriteStringValue(Rfc3339.Format(start));
        json.WriteEndArray();
        json.WriteStartArray("values");
        foreach (var (_, value) in series.Points)
            json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
