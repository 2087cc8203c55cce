namespace Gateway.GraphQL.Language;

/// <summary>
/// The semantics of block strings (GraphQL September 2025, §2.10.4, https://spec.graphql.org/September2025/#sec-String-Value).
/// </summary>
internal static class BlockString
{
    /// <summary>BlockStringValue: removes the common indentation, and blank lines at the start and the end.</summary>
    public static string Read(string raw)
    {
        raw = raw.Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal)
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n');
        var lines = raw.Split('\n');
        var first = Array.FindIndex(lines, HasText);
        if (first < 0)
        {
            return "";
        }

        var indent = lines.Skip(1).Where(HasText).Select(static line => Indentation(line)).DefaultIfEmpty().Min();
        for (var index = 1; index < lines.Length; index++)
        {
            lines[index] = lines[index][Math.Min(indent, lines[index].Length)..];
        }

        return string.Join('\n', lines[first..(Array.FindLastIndex(lines, HasText) + 1)]);
    }

    /// <summary>
    /// Whether a block string with its quotes on separate lines can represent the value: it must have no control characters, no blank lines
    /// at the start or the end, and no indentation that all lines share.
    /// </summary>
    public static bool CanCarry(ReadOnlySpan<char> value)
    {
        var indented = true;
        var blank = true;
        foreach (var range in value.Split('\n'))
        {
            var line = value[range];
            var leading = Indentation(line);
            blank = leading == line.Length;
            if (blank && range.Start.Value == 0)
                return false;
            indented &= blank || leading > 0;
        }

        return !blank && !indented && !HasControls(value);
    }

    /// <summary>Whether <c>"""value"""</c> on one line can represent the value.</summary>
    public static bool CanCarryInline(ReadOnlySpan<char> value) =>
        value is not [.., '"' or '\\'] && !value.Contains('\n') && !HasControls(value)
        && (value.IsEmpty || Indentation(value) < value.Length);

    private static bool HasControls(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
        {
            if (char.IsControl(c) && c is not ('\n' or '\t'))
                return true;
        }

        return false;
    }

    private static bool HasText(string line) => Indentation(line) < line.Length;

    private static int Indentation(ReadOnlySpan<char> line) =>
        line.IndexOfAnyExcept(' ', '\t') is >= 0 and var length ? length : line.Length;
}
