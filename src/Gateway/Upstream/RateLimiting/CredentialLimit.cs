namespace Gateway.Upstream.RateLimiting;

/// <summary>How Cloudflare limits one credential, while it does.</summary>
/// <param name="CoolUntil">Until when no call is made with it.</param>
/// <param name="ScarceUntil">Until when calls are made only for those who wait.</param>
/// <param name="ReadAt">When Cloudflare last said how many are left.</param>
internal sealed record CredentialLimit(DateTimeOffset? CoolUntil, DateTimeOffset? ScarceUntil, DateTimeOffset ReadAt)
{
    public const int Size = 80;

    /// <summary><see cref="CoolUntil"/>, if that lies ahead.</summary>
    public DateTimeOffset? CoolDown(DateTimeOffset now) => Ahead(CoolUntil, now);

    /// <summary><see cref="ScarceUntil"/>, if that lies ahead.</summary>
    public DateTimeOffset? Scarcity(DateTimeOffset now) => Ahead(ScarceUntil, now);

    /// <summary>What is known after an answer; null for nothing of interest.</summary>
    /// <remarks>
    /// Answers overtake each other. That to a call which began after the last reading knows better; of those to calls that were under way
    /// together the worse one holds. A cool-down is never shortened: an answer from before it says nothing against it.
    /// </remarks>
    public static CredentialLimit? After(CredentialLimit? kept, RateLimitReading reading)
    {
        var now = reading.ReadAt;
        var coolUntil = Later(now + reading.CoolDown, kept?.CoolDown(now));
        var scarceUntil = now + reading.Scarcity;
        if (kept is not null && reading.BegunAt < kept.ReadAt)
        {
            scarceUntil = Later(scarceUntil, kept.Scarcity(now));
            now = now < kept.ReadAt ? kept.ReadAt : now;
        }

        return (coolUntil ?? scarceUntil) is null ? null : new CredentialLimit(coolUntil, scarceUntil, now);
    }

    private static DateTimeOffset? Ahead(DateTimeOffset? until, DateTimeOffset now) => now < until ? until : null;

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one > other ? one : other ?? one;
}
