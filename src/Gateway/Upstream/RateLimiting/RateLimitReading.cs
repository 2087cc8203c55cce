namespace Gateway.Upstream.RateLimiting;

/// <summary>What one response of Cloudflare says about the rate limit of its credential.</summary>
internal readonly partial record struct RateLimitReading
{
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

    /// <summary>
    /// When the limit with the fewest remaining requests has its whole quota again; 5 min where the response does not say.
    /// </summary>
    public TimeSpan Reset { get; private init; }

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
        var isBlock = (int)response.StatusCode == 429;
        var limits = RateLimitHeaders.Items(response.Headers, "Ratelimit");
        var policies = RateLimitHeaders.Items(response.Headers, "Ratelimit-Policy");
        var retryAfter = RateLimitHeaders.RetryAfter(response.Headers);
        return new RateLimitReading
        {
            BegunAt = begunAt,
            ReadAt = now,
            IsBlock = isBlock,
            CoolDown = CoolDownOf(isBlock, retryAfter, limits, options),
            Scarcity = ScarcityOf(limits, policies, options),
            RetryAfter = Bound(retryAfter),
            Remaining = limits.Min(static limit => limit.Remaining),
            Reset = Bound(limits.MinBy(static limit => limit.Remaining)?.Reset) ?? Longest,
        };
    }
}
