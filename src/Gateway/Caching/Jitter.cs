namespace Gateway.Caching;

/// <summary>Chance, so that neither the entries of a dashboard nor the replicas of a gateway act in step.</summary>
internal static class Jitter
{
    private const double Part = 0.1;

    /// <summary>The part of its time at the end of which an entry may be fetched early.</summary>
    private const double EarlyPart = 0.2;

    /// <summary>The time, give or take a tenth.</summary>
    public static TimeSpan Spread(TimeSpan time) => time * (1 - Part + (2 * Part * Random.Shared.NextDouble()));

    /// <summary>
    /// How long before its end an entry is fetched early: exponentially distributed as in XFetch (Vattani et al., VLDB 2015), which keeps
    /// the expected number of replicas that do it at once low; a fifth of the time at most.
    /// </summary>
    public static TimeSpan Lead(TimeSpan time) => time * (EarlyPart * Math.Min(1, -Math.Log(1 - Random.Shared.NextDouble())));
}
