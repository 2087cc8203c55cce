namespace Gateway.Upstream;

/// <summary>The <c>Cloudflare:Retries</c> section: how often and when a failed call is retried.</summary>
internal sealed class RetryOptions
{
    /// <summary>The most retries of one call: 0 to 5. Default: 2.</summary>
    public int Max { get; set; } = 2;

    /// <summary>The median delay before the first retry; it doubles with each retry: 1 ms to 10 s. Default: 200 ms.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// The longest back-off before a retry: 1 ms to 10 s. If the failed answer has <c>Retry-After</c>, the retry waits as long as that says
    /// instead. No retry is made that would have less than this time left of the deadline. Default: 2 s.
    /// </summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The retry budget of an API, as a share of its calls in the last ten seconds: 0 to 1. Default: 0.2.</summary>
    public double Ratio { get; set; } = 0.2;

    /// <summary>The least that the retry budget allows in ten seconds, however few calls there are: 0 to 1,000. Default: 3.</summary>
    public int AtLeast { get; set; } = 3;
}
