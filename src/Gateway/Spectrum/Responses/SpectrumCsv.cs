using System.Buffers;
using System.Globalization;
using System.Text;
using Gateway.Columns;
using Gateway.Spectrum.Inputs;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>
/// A response as CSV (RFC 4180): a line for each interval, and a column for each row and metric. It is written at once into a string of its
/// final length, which is computed first.
/// </summary>
internal static class SpectrumCsv
{
    public const string LineEnd = "\r\n";

    // Quotes the separators of other locales too. They would begin another cell there.
    public static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\t\r\n");

    /// <exception cref="GraphQLException">The CSV would have more than <see cref="CsvLength.Max"/> characters.</exception>
    public static string Write(SpectrumData data)
    {
        SpectrumMetric[] metrics = [.. SpectrumField.Metrics.Where(data.Query.Metrics.Contains)];
        var count = data.Rows is [var first, ..] ? first.Points.Count : data.TimeIntervals.Count;

        // Before anything is made of it: each cell takes a character at least.
        Check((1L + count) * (1 + ((long)data.Rows.Count * metrics.Length)));
        NumberColumn[] columns = [.. data.Rows.SelectMany(row => metrics.Select(row.Column))];
        var header = Header(data, metrics);
        var times = data.TimeIntervals.Starts;
        var length = header.Length
            + CsvLength.Of(times) - (2L * times.Count)
            + (count * ((long)columns.Length + LineEnd.Length))
            + columns.Sum(static column => CsvLength.Of(column));
        Check(length);
        return string.Create((int)length, (header, times, columns, count), static (csv, parts) =>
        {
            parts.header.CopyTo(csv);
            csv = csv[parts.header.Length..];
            for (var line = 0; line < parts.count; line++)
            {
                // The columns store JSON: an instant has quotes there, and a null has no text here.
                Append(ref csv, line < parts.times.Count ? parts.times.Text(line)[1..^1] : default);
                foreach (var column in parts.columns)
                {
                    Append(ref csv, ","u8);
                    var value = column.Text(line);
                    Append(ref csv, value is [(byte)'n', ..] ? default : value);
                }

                Append(ref csv, "\r\n"u8);
            }
        });
    }

    /// <summary>The value of a dimension, which no spreadsheet runs as a formula; null if Cloudflare left it out.</summary>
    public static string? ValueOf(SpectrumDimensions row, SpectrumDimension dimension)
    {
        var text = dimension switch
        {
            SpectrumDimension.Event => row.EventName,
            SpectrumDimension.AppId => row.AppId,
            SpectrumDimension.ColoName => row.ColoName,
            _ => row.IpVersion?.ToString(CultureInfo.InvariantCulture),
        };
        return text is null ? null : CsvCell.AsText(text);
    }

    private static string Header(SpectrumData data, SpectrumMetric[] metrics)
    {
        var header = new StringBuilder("time");
        var last = new Dictionary<string, int>();
        SpectrumDimension[] dimensions = [.. SpectrumField.Dimensions.Where(data.Query.Dimensions.Contains)];
        foreach (var row in data.Rows)
        {
            var name = Unique(last, string.Join(' ', dimensions.Select(dimension => NameOf(row.Dimensions, dimension))));
            foreach (var metric in metrics)
            {
                header.Append(',');
                CsvCell.Append(header, name.Length == 0 ? metric.Wire() : $"{name} {metric.Wire()}", Quoted);
                Check(header.Length);
            }
        }

        return header.Append(LineEnd).ToString();
    }

    private static string NameOf(SpectrumDimensions row, SpectrumDimension dimension) => ValueOf(row, dimension) ?? "null";

    /// <param name="last">The number of the last row with each name.</param>
    /// <param name="name">The name of a row.</param>
    /// <returns>The name, followed by <c>(2)</c> if another row has it, and so on.</returns>
    private static string Unique(Dictionary<string, int> last, string name)
    {
        var unique = name;
        for (var number = last.GetValueOrDefault(name); !last.TryAdd(unique, 1); last[name] = number)
        {
            number++;
            unique = FormattableString.Invariant($"{name}{(name.Length > 0 ? " " : "")}({number})");
        }

        return unique;
    }

    private static void Append(ref Span<char> csv, ReadOnlySpan<byte> ascii) => csv = csv[Encoding.ASCII.GetChars(ascii, csv)..];

    private static void Check(long length) =>
        CsvLength.Check(length, "Ask for fewer rows (`limit`) or metrics, or a shorter window.");
}
