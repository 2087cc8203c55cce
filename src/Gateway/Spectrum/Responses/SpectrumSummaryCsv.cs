using System.Text;
using Gateway.Columns;
using Gateway.Spectrum.Inputs;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>A response without intervals as CSV (RFC 4180): a line for each row, and a column for each dimension and metric.</summary>
internal static class SpectrumSummaryCsv
{
    /// <exception cref="GraphQLException">The CSV would have more than <see cref="CsvLength.Max"/> characters.</exception>
    public static string Write(SpectrumData data)
    {
        SpectrumDimension[] dimensions = [.. SpectrumField.Dimensions.Where(data.Query.Dimensions.Contains)];
        SpectrumMetric[] metrics = [.. SpectrumField.Metrics.Where(data.Query.Metrics.Contains)];
        var csv = new StringBuilder();
        AppendLine(csv, [.. dimensions.Select(WireNames.Wire), .. metrics.Select(WireNames.Wire)]);
        foreach (var row in data.Rows)
        {
            AppendLine(csv,
            [
                .. dimensions.Select(dimension => SpectrumCsv.ValueOf(row.Dimensions, dimension)),
                .. metrics.Select(metric => NumberOf(row.Column(metric))),
            ]);
            CsvLength.Check(csv.Length, "Ask for fewer rows (`limit`) or metrics.");
        }

        return csv.ToString();
    }

    private static string? NumberOf(NumberColumn column) =>
        column.Count > 0 && column.Text(0) is [not (byte)'n', ..] and var json ? Encoding.ASCII.GetString(json) : null;

    private static void AppendLine(StringBuilder csv, string?[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            CsvCell.Append(csv.Append(i == 0 ? "" : ","), cells[i] ?? "", SpectrumCsv.Quoted);
        }

        csv.Append(SpectrumCsv.LineEnd);
    }
}
