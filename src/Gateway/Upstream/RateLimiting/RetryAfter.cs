using System.Net.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Gateway.Upstream.RateLimiting;

/// <summary>When asking again makes sense, as <c>Retry-After</c> tells: a number of seconds or a date (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>
    /// In seconds, and of any length; 0 for a date that has passed, null for nothing and for nonsense. A date is measured against the
    /// <c>Date</c> of the same response, by the clock that wrote both; without one it says nothing.
    /// </summary>
    public static long? Read(HttpResponseHeaders headers)
    {
        if (RateLimitHeaders.Find(headers, "Retry-After") is not { } value)
        {
            return null;
        }

        if (RateLimitHeaders.Number(value) is { } seconds)
        {
            return seconds;
        }

        return HeaderUtilities.TryParseDate(value, out var date)
            && RateLimitHeaders.Find(headers, "Date") is { } sent
            && HeaderUtilities.TryParseDate(sent, out var sentAt)
            ? (long)Math.Max(0, Math.Ceiling((date - sentAt).TotalSeconds))
            : null;
    }
}
