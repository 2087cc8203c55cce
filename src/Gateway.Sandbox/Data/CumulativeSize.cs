namespace Gateway.Sandbox.Data;

/// <summary>The total size of the first events, each near a mean. It increases with each event, and only then.</summary>
internal readonly struct CumulativeSize(ulong seed, double mean)
{
    private const double Spread = 0.9;

    public long Of(long count) => (long)Math.Floor(mean * (count + (Spread * Hash.Unit(seed, count))));
}
