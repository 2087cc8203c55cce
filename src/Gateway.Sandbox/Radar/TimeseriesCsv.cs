using System.Text;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Radar;

/// <summary>Writes a report as CSV (RFC 4180): two columns for each series, with capitalised headers; no meta.</summary>
internal static class TimeseriesCsv
{
    public static byte[] Write(TimeseriesReport report)
    {
        var csv = new StringBuilder().AppendJoin(',', report.Series.SelectMany(Heads)).Append("\r\n");
        for (var row = 0; row < report.Series.Max(series => series.Points.Count); row++)
            csv.AppendJoin(',', report.Series.Select(series => Cells(series, row))).Append("\r\n");
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static string[] Heads(Series series)
    {
        var name = char.ToUpperInvariant(series.Key[0]) + series.Key[1..];
        return [Quote(name + " timestamps"), Quote(name + " values")];
    }

    private static string Cells(Series series, int row) =>
        row < series.Points.Count ? $"{Rfc3339.Format(series.Points[row].Start)},{series.Points[row].Value}" : ",";

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
