using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace Gateway.Upstream.RateLimiting;

/// <summary>An item of <c>RateLimit</c> or <c>RateLimit-Policy</c>.</summary>
/// <param name="Name">The name, with its quotes.</param>
/// <param name="Remaining">The remaining requests (<c>r</c>).</param>
/// <param name="Reset">The seconds until the quota is available again (<c>t</c>).</param>
/// <param name="Quota">The requests that the policy allows in its window (<c>q</c>).</param>
internal sealed record RateLimitItem(string Name, long? Remaining, long? Reset, long? Quota);

/// <summary>Reads the headers about a rate limit. An unreadable value counts as absent.</summary>
internal static partial class RateLimitHeaders
{
    /// <summary>
    /// <c>Ratelimit</c> or <c>Ratelimit-Policy</c>, a list of names with parameters such as <c>"default";r=50;t=30</c>
    /// (draft-ietf-httpapi-ratelimit-headers, in the syntax of RFC 9651).
    /// </summary>
    public static RateLimitItem[] Items(HttpResponseHeaders headers, string name) =>
    [
        .. from item in Item().Matches(Find(headers, name) ?? "")
           let parts = Part().Matches(item.Value).Select(static part => part.Groups["part"].Value.Trim()).ToArray()
           select new RateLimitItem(parts[0], Parameter(parts, "r="), Parameter(parts, "t="), Parameter(parts, "q=")),
    ];

    /// <summary>
    /// <c>Retry-After</c> in seconds (RFC 9110, section 10.2.3); 0 for a date in the past, null for an absent or invalid value. A date is
    /// compared with the <c>Date</c> of the same response, which the same clock wrote; without <c>Date</c> it is ignored.
    /// </summary>
    public static long? RetryAfter(HttpResponseHeaders headers)
    {
        if (Find(headers, "Retry-After") is not { } value)
        {
            return null;
        }

        var isDate = HeaderUtilities.TryParseDate(value, out var date)
            & HeaderUtilities.TryParseDate(Find(headers, "Date"), out var sentAt);
        return Number(value) ?? (isDate ? (long)Math.Max(0, Math.Ceiling((date - sentAt).TotalSeconds)) : null);
    }

    private static string? Find(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? string.Join(',', values) : null;

    private static long? Parameter(string[] parts, string name) =>
        parts.Skip(1).LastOrDefault(part => part.StartsWith(name, StringComparison.Ordinal)) is { } part
            ? Number(part[name.Length..])
            : null;

    /// <summary>A number of digits only; <see cref="long.MaxValue"/> for a larger one.</summary>
    private static long? Number(string text) =>
        text.Trim() is not { Length: > 0 } digits || digits.AsSpan().ContainsAnyExceptInRange('0', '9') ? null
        : long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : long.MaxValue;

    // A separator in quotes does not count. Neither pattern backtracks: nothing follows that could fail.
    [GeneratedRegex("""(?:"[^"]*"?|[^",])+""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Item();

    [GeneratedRegex("""(?:^|;)(?<part>(?:"[^"]*"?|[^";])*)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
