using System.Buffers;
using System.Globalization;
using System.Text;
using Gateway.Columns;

namespace Gateway.Radar.Responses;

/// <summary>
/// Cloudflare's CSV layout: a header <c>name timestamps,name values</c> for each series, then the points, series side by side. The cells of
/// a shorter series are empty.
/// </summary>
internal static class CtCsv
{
    private const string Advice = "Ask for fewer series, shorter dates or a coarser `aggInterval`.";

    // Names with these characters must be quoted (RFC 4180, section 2).
    private static readonly SearchValues<char> Special = SearchValues.Create("\",\r\n");

    /// <exception cref="GraphQLException">The CSV would have more than <see cref="CsvLength.Max"/> characters.</exception>
    public static string Write(IReadOnlyList<CtSeries> series) =>
        Write([.. series.Select(static one => new Block(one.Name, one.Columns.Timestamps, [("values", one.Columns.Values)]))]);

    /// <summary>The same with a column for each group, which is named after its key.</summary>
    /// <exception cref="GraphQLException">The CSV would have more than <see cref="CsvLength.Max"/> characters.</exception>
    public static string Write(IReadOnlyList<CtGroupedSeries> series) => Write([.. series.Select(static one => new Block(
        one.Name, one.Columns.Timestamps, [.. one.Groups.Select(static group => (group.Key, group.Columns.Values))]))]);

    /// <summary>A header, and a line for each group.</summary>
    public static string Write(IReadOnlyList<CtSummarySeries> series)
    {
        var csv = new StringBuilder("series,key,value\n");
        foreach (var one in series)
        {
            foreach (var group in one.Groups)
            {
                CsvCell.Append(csv, CsvCell.AsText(one.Name), Special);
                csv.Append(',');
                CsvCell.Append(csv, CsvCell.AsText(group.Key), Special);
                csv.Append(CultureInfo.InvariantCulture, $",{group.Value}\n");
            }

            CsvLength.Check(csv.Length, Advice);
        }

        return csv.ToString();
    }

    private static string Write(Block[] blocks)
    {
        var csv = new StringBuilder();
        foreach (var block in blocks)
        {
            csv.Append(csv.Length > 0 ? "," : "");
            CsvCell.Append(csv, block.Name + " timestamps", Special);
            foreach (var (label, _) in block.Columns)
            {
                csv.Append(',');
                CsvCell.Append(csv, $"{block.Name} {label}", Special);
            }
        }

        csv.Append('\n');

        // Each row has the cells of each series, and a comma or line feed after each.
        var rows = blocks.Select(static block => block.Timestamps.Count).DefaultIfEmpty().Max();
        CsvLength.Check(csv.Length + blocks.Sum(block => block.LengthOf(rows)), Advice);
        csv.EnsureCapacity((int)(csv.Length + blocks.Sum(block => block.LengthOf(rows))));
        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; i < blocks.Length; i++)
            {
                csv.Append(i > 0 ? "," : "");
                WritePoint(csv, blocks[i], row);
            }

            csv.Append('\n');
        }

        return csv.ToString();
    }

    private static void WritePoint(StringBuilder csv, Block block, int row)
    {
        // The columns store JSON. In CSV, timestamps have no quotes, and a null is an empty cell.
        var hasPoint = row < block.Timestamps.Count;
        Append(csv, hasPoint ? block.Timestamps.Text(row)[1..^1] : default);
        foreach (var (_, values) in block.Columns)
        {
            csv.Append(',');
            var value = hasPoint ? values.Text(row) : default;
            Append(csv, value.SequenceEqual("null"u8) ? default : value);
        }
    }

    private static void Append(StringBuilder csv, ReadOnlySpan<byte> ascii)
    {
        Span<char> text = stackalloc char[InstantText.MaxLength];
        csv.Append(text[..Encoding.ASCII.GetChars(ascii, text)]);
    }

    /// <summary>The columns of a series.</summary>
    private sealed record Block(string Name, InstantColumn Timestamps, (string Label, NumberColumn Values)[] Columns)
    {
        /// <summary>The length of all cells in so many rows, with what follows each. Timestamps have no quotes.</summary>
        public long LengthOf(int rows) =>
            ((1L + Columns.Length) * rows)
            + CsvLength.Of(Timestamps) - (2L * Timestamps.Count)
            + Columns.Sum(static column => CsvLength.Of(column.Values));
    }
}
