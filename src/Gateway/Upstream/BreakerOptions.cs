namespace Gateway.Upstream;

/// <summary>The <c>Cloudflare:Breaker</c> section: when the circuit to an API opens, and for how long.</summary>
internal sealed class BreakerOptions
{
    /// <summary>
    /// The share of a credential's attempts in <see cref="Window"/> from which on the credential fails, and the share of credentials from
    /// which on the API does: 0.01 to 1. Default: 0.5. An attempt fails by 5xx, connection or timeout. The circuit opens only if three
    /// credentials fail, or all if fewer call.
    /// </summary>
    public double FailureRatio { get; set; } = 0.5;

    /// <summary>The fewest attempts in <see cref="Window"/> that can open the circuit: 2 to 10,000. Default: 20.</summary>
    /// <remarks>
    /// A fault counts for <c>MinimumCalls × its duration ÷ Window</c> attempts, if that is more than one. So two attempts without an answer
    /// are enough by default (20 × 7 s ÷ 10 s = 14 each). A call then waits for 14.2 s at most if it is the only one, or 7 s with others,
    /// and those that follow fail at once, but for one probe at a time, which takes one attempt timeout.
    /// </remarks>
    public int MinimumCalls { get; set; } = 20;

    /// <summary>The sampling window: 1 s to 1 min. Default: 10 s.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the circuit stays open before one call probes the API: 500 ms to 1 min. Default: 2 s.</summary>
    public TimeSpan BreakTime { get; set; } = TimeSpan.FromSeconds(2);
}
