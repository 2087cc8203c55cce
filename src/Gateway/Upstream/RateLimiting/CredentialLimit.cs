namespace Gateway.Upstream.RateLimiting;

/// <summary>Cloudflare's current rate limit of one credential.</summary>
/// <param name="CoolUntil">When the cool-down ends; until then there are no calls with the credential.</param>
/// <param name="ScarceUntil">When the scarcity ends; until then there are no background refreshes.</param>
/// <param name="ReadAt">When the last response reported the limit.</param>
internal sealed record CredentialLimit(DateTimeOffset? CoolUntil, DateTimeOffset? ScarceUntil, DateTimeOffset ReadAt)
{
    public const int Size = 80;

    /// <summary><see cref="CoolUntil"/>, if it is in the future.</summary>
    public DateTimeOffset? CoolDown(DateTimeOffset now) => Ahead(CoolUntil, now);

    /// <summary><see cref="ScarceUntil"/>, if it is in the future.</summary>
    public DateTimeOffset? Scarcity(DateTimeOffset now) => Ahead(ScarceUntil, now);

    /// <summary>The limit after another response; null if there is none.</summary>
    /// <remarks>
    /// Responses can overtake each other. A response replaces the limit if its call began after the last reading. Of overlapping calls, the
    /// stricter response counts. A cool-down is never shortened, because an overlapping response may be older.
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
