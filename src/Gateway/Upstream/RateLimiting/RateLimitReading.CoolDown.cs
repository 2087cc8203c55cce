namespace Gateway.Upstream.RateLimiting;

/// <content>
/// How long a credential cools down: after a 429 for as long as <c>Retry-After</c> says, or <c>Ratelimit</c>, or for the default; if no
/// request is left, until <c>Ratelimit</c> says that some are.
/// </content>
internal readonly partial record struct RateLimitReading
{
    /// <summary>
    /// Cloudflare blocks for five minutes, which is also its window (https://developers.cloudflare.com/fundamentals/api/reference/limits/).
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    // A cool-down of zero would make an endless loop of calls.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private static TimeSpan? CoolDownOf(bool isBlock, long? retryAfter, RateLimitItem[] limits, RateLimitOptions options)
    {
        var usedUp = LongestReset(limits.Where(static limit => limit.Remaining == 0), options);
        return Bound(isBlock ? retryAfter ?? usedUp ?? limits.Max(static limit => limit.Reset) ?? Default(options) : usedUp);
    }

    private static long? LongestReset(IEnumerable<RateLimitItem> limits, RateLimitOptions options) =>
        limits.Max(limit => (long?)(limit.Reset ?? Default(options)));

    private static long Default(RateLimitOptions options) => (long)Math.Ceiling(options.DefaultCoolDown.TotalSeconds);

    private static TimeSpan? Bound(long? seconds) => seconds is { } given
        ? TimeSpan.FromSeconds(Math.Clamp(given, (long)Shortest.TotalSeconds, (long)Longest.TotalSeconds))
        : null;
}
