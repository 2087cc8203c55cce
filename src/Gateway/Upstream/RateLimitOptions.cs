namespace Gateway.Upstream;

/// <summary>The <c>Cloudflare:RateLimit</c> section of the configuration.</summary>
internal sealed class RateLimitOptions
{
    /// <summary>
    /// How long a credential's calls are held back after a 429 that says nothing of use: 1 second to 5 minutes. Default: 60 s, which
    /// makes five calls at most of a block of Cloudflare's.
    /// </summary>
    public TimeSpan DefaultCoolDown { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The part of a credential's quota at its end that is kept for requests, and not spent on refreshes: 0 to 0.9. Default: 0.1.</summary>
    public double Reserve { get; set; } = 0.1;
}
