using System.Text;

namespace Gateway.Radar.Requests;

/// <summary>What a caller's own text may be, in a filter or as a name.</summary>
internal static class CtText
{
    public const int MaxLength = 200;

    /// <returns>What is wrong with the text; null where nothing is.</returns>
    public static string? FaultOf(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "must not be empty";
        }

        if (text.Length > MaxLength)
        {
            return FormattableString.Invariant($"must have at most {MaxLength} characters, and has {text.Length}");
        }

        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune))
            {
                return "must not have control characters";
            }

            // A lone surrogate is read as this too. Two different ones would be the same on the wire.
            if (rune == Rune.ReplacementChar)
            {
                return "must be valid Unicode";
            }
        }

        return null;
    }

    /// <returns>What is wrong with the value of a filter; null where nothing is.</returns>
    public static string? FaultOfFilter(string value) =>
        FaultOf(value) ?? (value.Contains(',') ? "must not have a comma: Cloudflare would read several values" : null);
}
