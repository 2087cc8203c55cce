using Gateway.Upstream;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Gateway.Caching;

/// <summary>Requests that bypassed the cache: at most one a second for each credential and request.</summary>
internal sealed class NoCacheMarks(long capacity)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly DividedCache<CacheKey, Mark> _marks = new(capacity, static _ => 32);

    /// <summary>Whether a request says <c>Cache-Control: no-cache</c> (RFC 9111, section 5.2.1.4).</summary>
    public static bool IsAsked(IHeaderDictionary headers) =>
        headers.ContainsKey(HeaderNames.CacheControl) && new RequestHeaders(headers).CacheControl is { NoCache: true };

    /// <summary>Whether the request may bypass the cache. If so, the next one may a second later.</summary>
    public bool TryPass(CacheKey own, bool isKnown, DateTimeOffset now)
    {
        var mark = new Mark(now);
        return ReferenceEquals(mark, _marks.Change(own, isKnown, mark, static (last, mark) =>
            last is null || mark.At - last.At >= Interval ? mark : last));
    }

    private sealed record Mark(DateTimeOffset At);
}
