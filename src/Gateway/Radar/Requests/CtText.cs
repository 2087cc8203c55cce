using System.Text;
using System.Text.RegularExpressions;
using Gateway.Radar.Inputs;

namespace Gateway.Radar.Requests;

/// <summary>Checks free text from the caller: filter values and names.</summary>
internal static partial class CtText
{
    // Cloudflare publishes no bound for these.
    private const int MaxLength = 200;

    private const int MaxLogLength = 100;

    /// <returns>What is wrong with the text; null if it is valid.</returns>
    public static string? FaultOf(string text, int maxLength = MaxLength)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "must not be empty";
        }

        if (text.Length > maxLength)
        {
            return FormattableString.Invariant($"must have at most {maxLength} characters, and has {text.Length}");
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

    /// <summary>Checks a filter's value by the bounds that Cloudflare's API schema publishes.</summary>
    /// <returns>What is wrong with the value; null if it is valid.</returns>
    public static string? FaultOfFilter(CtInput filter, string value) => filter.Property.Name switch
    {
        nameof(CtSeriesInput.Tld) => TopLevelDomain().IsMatch(value)
            ? null
            : "must have 2 to 63 characters out of `a-z 0-9 -`, no hyphen first or last and no dot, such as `com` or `xn--p1ai`",
        nameof(CtSeriesInput.Log) or nameof(CtSeriesInput.LogOperator) => FaultOfOne(value, MaxLogLength),
        _ => FaultOfOne(value, MaxLength),
    };

    private static string? FaultOfOne(string value, int maxLength) =>
        FaultOf(value, maxLength) ?? (value.Contains(',') ? "must not have a comma: Cloudflare would read several values" : null);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,61}[a-z0-9]\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TopLevelDomain();
}
