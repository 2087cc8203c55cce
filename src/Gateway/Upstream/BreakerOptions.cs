namespace Gateway.Upstream;

/// <summary>The <c>Cloudflare:Breaker</c> section: when an API counts as down, and for how long it is left alone.</summary>
internal sealed class BreakerOptions
{
    /// <summary>The part of the calls that have to end in a fault of the server's: 0.01 to 1. Default: 0.5.</summary>
    public double FailureRatio { get; set; } = 0.5;

    /// <summary>The calls below which nothing is concluded: 2 to 10,000. Default: 20.</summary>
    public int MinimumCalls { get; set; } = 20;

    /// <summary>The time that calls are counted over: 1 s to 1 minute. Default: 10 s.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long no call is made before one call probes whether the API is back: 500 ms to 1 minute. Default: 2 s.</summary>
    public TimeSpan BreakTime { get; set; } = TimeSpan.FromSeconds(2);
}
