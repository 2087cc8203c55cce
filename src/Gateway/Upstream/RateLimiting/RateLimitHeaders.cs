using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Gateway.Upstream.RateLimiting;

/// <summary>An item of <c>RateLimit</c> or <c>RateLimit-Policy</c>.</summary>
/// <param name="Name">The name, with its quotes.</param>
/// <param name="Remaining">The remaining requests (<c>r</c>).</param>
/// <param name="Reset">The seconds until the quota is available again (<c>t</c>).</param>
/// <param name="Quota">The requests that the policy allows in its window (<c>q</c>).</param>
internal sealed record RateLimitItem(string Name, long? Remaining, long? Reset, long? Quota);

/// <summary>Reads the headers about a rate limit. An unreadable value counts as absent.</summary>
internal static class RateLimitHeaders
{
    /// <summary>
    /// <c>Ratelimit</c> or <c>Ratelimit-Policy</c>, a list of names with parameters such as <c>"default";r=50;t=30</c>
    /// (draft-ietf-httpapi-ratelimit-headers, in the syntax of RFC 9651).
    /// </summary>
    public static RateLimitItem[] Items(HttpResponseHeaders headers, string name)
    {
        var rest = Find(headers, name).AsSpan();
        List<RateLimitItem>? items = null;
        while (!rest.IsEmpty)
        {
            // Empty items of a list are none.
            if (Next(ref rest, ',') is { IsEmpty: false } item)
            {
                (items ??= []).Add(ItemOf(item));
            }
        }

        return items is null ? [] : [.. items];
    }

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

    private static RateLimitItem ItemOf(ReadOnlySpan<char> item)
    {
        var name = Next(ref item, ';').Trim().ToString();
        long? remaining = null, reset = null, quota = null;
        while (!item.IsEmpty)
        {
            // Of a repeated parameter the last one counts.
            var part = Next(ref item, ';').Trim();
            switch (part)
            {
                case ['r', '=', .. var number]:
                    remaining = Number(number);
                    break;
                case ['t', '=', .. var number]:
                    reset = Number(number);
                    break;
                case ['q', '=', .. var number]:
                    quota = Number(number);
                    break;
            }
        }

        return new RateLimitItem(name, remaining, reset, quota);
    }

    /// <summary>Takes the text up to the separator, or to the end, off the rest. A separator in quotes does not count.</summary>
    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> rest, char separator)
    {
        var (end, isQuoted) = (0, false);
        while (end < rest.Length && (isQuoted || rest[end] != separator))
        {
            isQuoted ^= rest[end++] == '"';
        }

        var next = rest[..end];
        rest = rest[Math.Min(end + 1, rest.Length)..];
        return next;
    }

    /// <summary>A number of digits only; <see cref="long.MaxValue"/> for a larger one.</summary>
    private static long? Number(ReadOnlySpan<char> text) =>
        text.Trim() is not { Length: > 0 } digits || digits.ContainsAnyExceptInRange('0', '9') ? null
        : long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : long.MaxValue;
}
