using System.Buffers;
using System.Globalization;
using System.Text;

namespace Gateway.Radar;

/// <summary>
/// Cloudflare's CSV layout: a header <c>name timestamps,name values</c> for each series, then the points, series side by side.
/// A shorter series leaves its cells empty.
/// </summary>
internal static class CtCsv
{
    // RFC 4180, section 2: what has to stand in quotes.
    private static readonly SearchValues<char> Special = SearchValues.Create("\",\r\n");

    public static string Write(IReadOnlyList<CtSeries> series)
    {
        var rows = 0;
        foreach (var one in series)
        {
            rows = Math.Max(rows, one.Points.Count);
        }

        // A timestamp has 20 characters, and most values have fewer than 12.
        var csv = new StringBuilder((rows + 1) * series.Count * 34);
        for (var i = 0; i < series.Count; i++)
        {
            Separate(csv, i);
            WriteCell(csv, series[i].Name + " timestamps");
            csv.Append(',');
            WriteCell(csv, series[i].Name + " values");
        }

        csv.Append('\n');
        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; i < series.Count; i++)
            {
                Separate(csv, i);
                WritePoint(csv, series[i].Points, row);
            }

            csv.Append('\n');
        }

        return csv.ToString();
    }

    private static void Separate(StringBuilder csv, int column)
    {
        if (column > 0)
        {
            csv.Append(',');
        }
    }

    private static void WritePoint(StringBuilder csv, IReadOnlyList<CtPoint> points, int row)
    {
        if (row < points.Count)
        {
            var (timestamp, value) = points[row];
            csv.Append(CultureInfo.InvariantCulture, $"{timestamp.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'},{value}");
        }
        else
        {
            csv.Append(',');
        }
    }

    private static void WriteCell(StringBuilder csv, string text)
    {
        if (text.AsSpan().ContainsAny(Special))
        {
            csv.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            csv.Append(text);
        }
    }
}
