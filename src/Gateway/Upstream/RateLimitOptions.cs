namespace Gateway.Upstream;

/// <summary>The <c>Cloudflare:RateLimit</c> section of the configuration.</summary>
internal sealed class RateLimitOptions
{
    /// <summary>
    /// The cool-down after a 429 whose headers give no usable time: 1 s to 5 min. Default: 60 s. Cloudflare blocks for five minutes, so a
    /// block costs at most five calls.
    /// </summary>
    public TimeSpan DefaultCoolDown { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The share of a credential's quota that background refreshes leave to callers who wait: 0 to 0.9. Default: 0.1.
    /// </summary>
    public double Reserve { get; set; } = 0.1;
}
