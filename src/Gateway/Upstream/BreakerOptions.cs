namespace Gateway.Upstream;

/// <summary>The <c>Cloudflare:Breaker</c> section: when the circuit to an API opens, and for how long.</summary>
internal sealed class BreakerOptions
{
    /// <summary>
    /// The share of attempts in <see cref="Window"/> that opens the circuit when they fail by 5xx, connection or timeout: 0.01 to 1.
    /// Default: 0.5.
    /// </summary>
    public double FailureRatio { get; set; } = 0.5;

    /// <summary>The fewest attempts in <see cref="Window"/> that can open the circuit: 2 to 10,000. Default: 20.</summary>
    public int MinimumCalls { get; set; } = 20;

    /// <summary>The sampling window: 1 s to 1 min. Default: 10 s.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the circuit stays open before one call probes the API: 500 ms to 1 min. Default: 2 s.</summary>
    public TimeSpan BreakTime { get; set; } = TimeSpan.FromSeconds(2);
}
