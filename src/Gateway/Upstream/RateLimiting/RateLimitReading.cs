namespace Gateway.Upstream.RateLimiting;

/// <summary>What one response of Cloudflare says about the rate limit of its credential.</summary>
internal readonly record struct RateLimitReading
{
    /// <summary>
    /// Cloudflare blocks for five minutes, which is also its window (https://developers.cloudflare.com/fundamentals/api/reference/limits/).
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    // A cool-down of zero would make an endless loop of calls.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>The quota that Cloudflare documents on that page: 1,200 requests in five minutes.</summary>
    private const long DocumentedQuota = 1200;

    /// <summary>When the call began. It orders overlapping calls.</summary>
    public required DateTimeOffset BegunAt { get; init; }

    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>Whether the response is a 429 (Too Many Requests), by its status or by what stands in it.</summary>
    public bool IsBlock { get; private init; }

    /// <summary>How long the credential is blocked, or would be blocked by its next call: 1 s to 5 min.</summary>
    public TimeSpan? CoolDown { get; private init; }

    /// <summary>How long the few remaining requests have to last: 1 s to 5 min. Null if enough remain.</summary>
    public TimeSpan? Scarcity { get; private init; }

    /// <summary>The remaining requests; of several limits, the smallest number.</summary>
    public long? Remaining { get; private init; }

    /// <summary><c>Retry-After</c> of a response of any status: 1 s to 5 min.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>
    /// The later end of <see cref="CoolDown"/> and <see cref="RetryAfter"/> in seconds, for <c>extensions.retryAfterSeconds</c>.
    /// </summary>
    public int? RetryAfterSeconds => (int?)(CoolDown > RetryAfter ? CoolDown : RetryAfter ?? CoolDown)?.TotalSeconds;

    /// <param name="response">
    /// The response. <c>Retry-After</c> takes precedence over <c>Ratelimit</c>, which every response has.
    /// </param>
    /// <param name="begunAt">When the call began.</param>
    /// <param name="now">When the headers arrived.</param>
    /// <param name="options">The default cool-down and the reserve.</param>
    public static RateLimitReading Of(HttpResponseMessage response, DateTimeOffset begunAt, DateTimeOffset now, RateLimitOptions options)
    {
        var otherwise = (long)Math.Ceiling(options.DefaultCoolDown.TotalSeconds);
        var policies = RateLimitHeaders.Items(response.Headers, "Ratelimit-Policy");
        var limits = RateLimitHeaders.Items(response.Headers, "Ratelimit");
        var usedUp = LongestReset(limits.Where(static limit => limit.Remaining == 0));
        var scarce = LongestReset(limits.Where(limit =>
            limit.Remaining > 0 && limit.Remaining <= options.Reserve * QuotaOf(limit.Name, policies)));
        var longest = limits.Max(static limit => limit.Reset);
        var isBlock = (int)response.StatusCode == 429;
        var retryAfter = RateLimitHeaders.RetryAfter(response.Headers);
        return new RateLimitReading
        {
            BegunAt = begunAt,
            ReadAt = now,
            IsBlock = isBlock,
            CoolDown = Bound(isBlock ? retryAfter ?? usedUp ?? longest ?? otherwise : usedUp),
            Scarcity = Bound(scarce),
            RetryAfter = Bound(retryAfter),
            Remaining = limits.Min(static limit => limit.Remaining),
        };

        long? LongestReset(IEnumerable<RateLimitItem> items) => items.Max(limit => (long?)(limit.Reset ?? otherwise));
    }

    /// <summary>
    /// The quota of the policy with this name, or else of the first policy: in Cloudflare's own example the two names differ.
    /// </summary>
    private static long QuotaOf(string name, RateLimitItem[] policies) =>
        policies.FirstOrDefault(policy => policy.Name == name && policy.Quota is not null)?.Quota
        ?? policies.Select(static policy => policy.Quota).FirstOrDefault(static quota => quota is not null)
        ?? DocumentedQuota;

    private static TimeSpan? Bound(long? seconds) => seconds is { } given
        ? TimeSpan.FromSeconds(Math.Clamp(given, (long)Shortest.TotalSeconds, (long)Longest.TotalSeconds))
        : null;
}
