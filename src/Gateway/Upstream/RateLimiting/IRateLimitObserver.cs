namespace Gateway.Upstream.RateLimiting;

/// <summary>Who is told what every answer says of its credential's rate limit.</summary>
internal interface IRateLimitObserver
{
    /// <summary>Called before the answer's body is read; must not wait.</summary>
    void Observe(CloudflareApi api, Caller caller, RateLimitReading reading);
}
