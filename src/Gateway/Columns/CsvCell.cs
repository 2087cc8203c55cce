using System.Buffers;
using System.Text;

namespace Gateway.Columns;

internal static class CsvCell
{
    /// <summary>Appends a text as a cell (RFC 4180, section 2).</summary>
    /// <param name="csv">The CSV.</param>
    /// <param name="text">The text.</param>
    /// <param name="quoted">The characters that need quotes around the cell.</param>
    public static void Append(StringBuilder csv, string text, SearchValues<char> quoted)
    {
        if (text.AsSpan().ContainsAny(quoted))
        {
            csv.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            csv.Append(text);
        }
    }
}
