namespace Gateway.Upstream;

/// <summary>The <c>Cloudflare:Retries</c> section: how often and when a call that Cloudflare failed is made again.</summary>
internal sealed class RetryOptions
{
    /// <summary>Retries of one call, 0 to 5. Default: 2.</summary>
    public int Max { get; set; } = 2;

    /// <summary>The back-off before the first retry, about, doubling with each: 1 ms to 10 s. Default: 200 ms.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest back-off, whatever <c>Retry-After</c> asks for; 1 ms to 10 s. With less than that left of the deadline there is no
    /// retry. Default: 2 s.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Retries to an API for each of its requests, within ten seconds: 0 to 1. Default: 0.2.</summary>
    public double Ratio { get; set; } = 0.2;

    /// <summary>Retries that an API may have within ten seconds in any case: 0 to 1,000. Default: 3.</summary>
    public int AtLeast { get; set; } = 3;
}
