namespace Gateway.Sandbox.Data;

/// <summary>The summed size of the first so many things, each near a mean: rises with each thing, and only then.</summary>
internal readonly struct CumulativeSize(ulong seed, double mean)
{
    private const double Spread = 0.9;

    public long Of(long count) => (long)Math.Floor(mean * (count + (Spread * Hash.Unit(seed, count))));
}
