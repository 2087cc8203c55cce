using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Gateway.Cloudflare;

/// <summary>When asking again makes sense, as the headers of an answer tell.</summary>
internal static class RetryAfter
{
    // Cloudflare blocks for five minutes at most.
    public const int MaxSeconds = 300;

    /// <summary>Seconds from <c>Retry-After</c> (a number or a date, RFC 9110 section 10.2.3), else from <c>Ratelimit</c>; 0 to 300.</summary>
    public static int? Read(HttpResponseHeaders headers, DateTimeOffset now) =>
        (First(headers, "Retry-After") is { } value ? Parse(value, now) : null)
        ?? (First(headers, "Ratelimit") is { } limits ? ParseReset(limits) : null);

    private static int? Parse(string value, DateTimeOffset now)
    {
        if (TryParseSeconds(value, out var seconds))
        {
            return seconds;
        }

        return HeaderUtilities.TryParseDate(value, out var date)
            ? (int)Math.Clamp(Math.Ceiling((date - now).TotalSeconds), 0, MaxSeconds)
            : null;
    }

    /// <summary>
    /// The longest reset (<c>t</c>) in a list such as <c>"default";r=50;t=30</c>, of the limits that are used up (<c>r=0</c>) where one is.
    /// </summary>
    private static int? ParseReset(ReadOnlySpan<char> limits)
    {
        int? longest = null;
        int? longestUsedUp = null;
        foreach (var limit in limits.Split(','))
        {
            int? reset = null;
            var usedUp = false;
            foreach (var part in limits[limit].Split(';'))
            {
                var parameter = limits[limit][part].Trim();
                if (parameter.StartsWith("t=", StringComparison.Ordinal) && TryParseSeconds(parameter[2..], out var seconds))
                {
                    reset = seconds;
                }

                usedUp |= parameter is "r=0";
            }

            if (reset is { } given)
            {
                longest = Math.Max(longest ?? 0, given);
                longestUsedUp = usedUp ? Math.Max(longestUsedUp ?? 0, given) : longestUsedUp;
            }
        }

        return longestUsedUp ?? longest;
    }

    // Digits alone are a number, however many there are.
    private static bool TryParseSeconds(ReadOnlySpan<char> text, out int seconds)
    {
        text = text.Trim();
        var isNumber = !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
        seconds = isNumber && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            ? Math.Min(parsed, MaxSeconds)
            : MaxSeconds;
        return isNumber;
    }

    private static string? First(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
