using System.Text;

namespace Gateway.Radar.Requests;

/// <summary>Checks free text from the caller: filter values and names.</summary>
internal static class CtText
{
    public const int MaxLength = 200;

    /// <returns>What is wrong with the text; null if it is valid.</returns>
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

            // Lone surrogates are read as U+FFFD, too. Different ones would be equal in the request to Cloudflare.
            if (rune == Rune.ReplacementChar)
            {
                return "must be valid Unicode";
            }
        }

        return null;
    }

    /// <returns>What is wrong with the filter's value; null if it is valid.</returns>
    public static string? FaultOfFilter(string value) =>
        FaultOf(value) ?? (value.Contains(',') ? "must not have a comma: Cloudflare would read several values" : null);
}
