namespace Gateway.Upstream.RateLimiting;

/// <summary>What one answer of Cloudflare's tells of the rate limit that its credential is under.</summary>
internal readonly record struct RateLimitReading
{
    /// <summary>
    /// Cloudflare blocks for five minutes, and its window is as long (developers.cloudflare.com/fundamentals/api/reference/limits).
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    // What is blocked for no time at all would be asked for in a circle.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>What Cloudflare documents: 1,200 requests in five minutes.</summary>
    private const long DocumentedQuota = 1200;

    /// <summary>When the call began: an answer to a later call knows better.</summary>
    public required DateTimeOffset BegunAt { get; init; }

    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>Whether this answer is the block itself: 429.</summary>
    public bool IsBlock { get; private init; }

    /// <summary>For how long the credential is blocked, or would be by its next call; 1 s to 5 min.</summary>
    public TimeSpan? CoolDown { get; private init; }

    /// <summary>For how long what little is left has to last; 1 s to 5 min.</summary>
    public TimeSpan? Scarcity { get; private init; }

    /// <summary>The fewest requests that a limit has left.</summary>
    public long? Remaining { get; private init; }

    /// <summary><see cref="CoolDown"/> in the words of <c>retryAfterSeconds</c>.</summary>
    public int? RetryAfterSeconds => (int?)CoolDown?.TotalSeconds;

    /// <param name="response">Of which the headers are read: <c>Retry-After</c> takes precedence over <c>Ratelimit</c>, which every answer
    /// has.</param>
    /// <param name="begunAt">When the call began.</param>
    /// <param name="now">When its headers came.</param>
    /// <param name="options">What holds where they say nothing of use.</param>
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
        return new RateLimitReading
        {
            BegunAt = begunAt,
            ReadAt = now,
            IsBlock = isBlock,
            CoolDown = Bound(isBlock ? RateLimitHeaders.RetryAfter(response.Headers) ?? usedUp ?? longest ?? otherwise : usedUp),
            Scarcity = Bound(scarce),
            Remaining = limits.Min(static limit => limit.Remaining),
        };

        long? LongestReset(IEnumerable<RateLimitItem> items) => items.Max(limit => (long?)(limit.Reset ?? otherwise));
    }

    /// <summary>That of the policy of this name, or else of the first: Cloudflare's own example names the two differently.</summary>
    private static long QuotaOf(string name, RateLimitItem[] policies) =>
        policies.FirstOrDefault(policy => policy.Name == name && policy.Quota is not null)?.Quota
        ?? policies.Select(static policy => policy.Quota).FirstOrDefault(static quota => quota is not null)
        ?? DocumentedQuota;

    private static TimeSpan? Bound(long? seconds) => seconds is { } given
        ? TimeSpan.FromSeconds(Math.Clamp(given, (long)Shortest.TotalSeconds, (long)Longest.TotalSeconds))
        : null;
}
