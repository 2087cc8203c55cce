using System.Buffers;
using System.Text;

namespace Gateway.Columns;

internal static class CsvCell
{
    // Spreadsheets run text that begins so as a formula (https://owasp.org/www-community/attacks/CSV_Injection).
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");

    /// <summary>The text with an apostrophe before it, if a spreadsheet would run it.</summary>
    public static string AsText(string text) => text.Length > 0 && Formula.Contains(text[0]) ? "'" + text : text;

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
