using System.Text;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Radar;

/// <summary>
/// Writes a report as CSV (RFC 4180): a column of timestamps and one for each group or the values, for each series, with capitalised
/// headers; no meta.
/// </summary>
internal static class CertificateCsv
{
    public static byte[] Write(CertificateReport report)
    {
        var csv = new StringBuilder().AppendJoin(',', report.Series.SelectMany(Heads)).Append("\r\n");
        for (var row = 0; row < report.Series.Max(series => series.Starts.Length); row++)
            csv.AppendJoin(',', report.Series.Select(series => Cells(series, row))).Append("\r\n");
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static IEnumerable<string> Heads(Series series)
    {
        var name = char.ToUpperInvariant(series.Key[0]) + series.Key[1..];
        return series.Groups.Select(group => group.Key).Prepend("timestamps").Select(column => Quote($"{name} {column}"));
    }

    private static string Cells(Series series, int row) => row < series.Starts.Length
        ? string.Join(',', series.Groups.Select(group => group.Values[row]).Prepend(Rfc3339.Format(series.Starts[row])))
        : new string(',', series.Groups.Length);

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
