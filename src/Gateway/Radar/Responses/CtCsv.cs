using System.Buffers;
using System.Text;
using Gateway.Columns;

namespace Gateway.Radar.Responses;

/// <summary>
/// Cloudflare's CSV layout: a header <c>name timestamps,name values</c> for each series, then the points, series side by side. The cells of
/// a shorter series are empty.
/// </summary>
internal static class CtCsv
{
    // Names with these characters must be quoted (RFC 4180, section 2).
    private static readonly SearchValues<char> Special = SearchValues.Create("\",\r\n");

    /// <exception cref="GraphQLException">The CSV would have more than <see cref="CsvLength.Max"/> characters.</exception>
    public static string Write(IReadOnlyList<CtSeries> series)
    {
        var rows = series.Select(one => one.Points.Count).DefaultIfEmpty().Max();
        var csv = new StringBuilder();
        for (var i = 0; i < series.Count; i++)
        {
            csv.Append(i > 0 ? "," : "");
            CsvCell.Append(csv, series[i].Name + " timestamps", Special);
            csv.Append(',');
            CsvCell.Append(csv, series[i].Name + " values", Special);
        }

        csv.Append('\n');

        // Each row has two cells of each series, and a comma or line feed after each.
        var length = csv.Length + (2L * series.Count * rows) + series.Sum(static one => LengthOf(one.Columns));
        CsvLength.Check(length, "Ask for fewer series, shorter dates or a coarser `aggInterval`.");
        csv.EnsureCapacity((int)length);
        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; i < series.Count; i++)
            {
                csv.Append(i > 0 ? "," : "");
                WritePoint(csv, series[i].Columns, row);
            }

            csv.Append('\n');
        }

        return csv.ToString();
    }

    /// <summary>The length of all cells. Timestamps have no quotes.</summary>
    private static long LengthOf(CtColumns columns) =>
        CsvLength.Of(columns.Timestamps) - (2L * columns.Count) + CsvLength.Of(columns.Values);

    private static void WritePoint(StringBuilder csv, CtColumns columns, int row)
    {
        // The columns store JSON. In CSV, timestamps have no quotes, and a null is an empty cell.
        var hasPoint = row < columns.Count;
        Append(csv, hasPoint ? columns.Timestamps.Text(row)[1..^1] : default);
        csv.Append(',');
        var value = hasPoint ? columns.Values.Text(row) : default;
        Append(csv, value.SequenceEqual("null"u8) ? default : value);
    }

    private static void Append(StringBuilder csv, ReadOnlySpan<byte> ascii)
    {
        Span<char> text = stackalloc char[InstantText.MaxLength];
        csv.Append(text[..Encoding.ASCII.GetChars(ascii, text)]);
    }
}
