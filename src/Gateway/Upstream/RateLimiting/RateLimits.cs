namespace Gateway.Upstream.RateLimiting;

/// <summary>
/// The rate limits of credentials, as this replica's own responses reported them. A credential that is blocked, or would be by its next
/// call, is in a cool-down: there are no calls with it. A credential whose quota is nearly used up has no background refreshes, so the rest
/// is left to callers who wait.
/// </summary>
/// <param name="capacity">The bound, in bytes.</param>
/// <param name="known">The credentials with a recent 2xx.</param>
/// <param name="metrics">Counts what is observed.</param>
/// <remarks>
/// A limit applies to all APIs: Cloudflare counts all requests of a user together
/// (https://developers.cloudflare.com/fundamentals/api/reference/limits/).
/// </remarks>
internal sealed class RateLimits(long capacity, KnownCredentials known, RateLimitMetrics metrics)
{
    private readonly DividedCache<CredentialFingerprint, CredentialLimit> _limits = new(capacity, static _ => CredentialLimit.Size);

    private readonly DividedCache<CredentialFingerprint, CredentialQuota> _quotas = new(capacity / 4, static _ => CredentialQuota.Size);

    public long Bytes => _limits.Used + _quotas.Used;

    /// <summary>What the last response left of the credential's quota; null without one, or if the quota is whole again.</summary>
    public CredentialQuota? Quota(Caller caller, DateTimeOffset now) =>
        _quotas.Find(caller.Fingerprint) is { } quota && now < quota.ResetAt ? quota : null;

    /// <summary>When the credential's cool-down ends; null without one.</summary>
    public DateTimeOffset? CoolDown(Caller caller, DateTimeOffset now) => _limits.Find(caller.Fingerprint)?.CoolDown(now);

    /// <summary>When the credential may be used for background refreshes again; null if it may be now.</summary>
    public DateTimeOffset? Scarcity(Caller caller, DateTimeOffset now) => _limits.Find(caller.Fingerprint)?.Scarcity(now);

    /// <summary>Counts a background refresh that was skipped because of <see cref="Scarcity"/>.</summary>
    public void RefreshWithheld(CloudflareApi api) => metrics.RefreshWithheld(api);

    /// <summary>Records the limit that a response reports.</summary>
    public void Observe(CloudflareApi api, Caller caller, RateLimitReading reading)
    {
        metrics.Answered(api, reading);
        if (reading.Remaining is { } remaining)
        {
            _quotas.Change(
                caller.Fingerprint,
                known.Contains(caller.Fingerprint),
                new CredentialQuota(remaining, reading.ReadAt + reading.Reset, reading.ReadAt),
                static (kept, read) => kept?.ReadAt > read.ReadAt ? kept : read);
        }

        var before = _limits.Find(caller.Fingerprint);
        if (before is null && reading is { CoolDown: null, Scarcity: null })
        {
            return;
        }

        _limits.Change(
            caller.Fingerprint,
            known.Contains(caller.Fingerprint),
            reading,
            static (kept, reading) => CredentialLimit.After(kept, reading));
        if (reading.CoolDown is not null && before?.CoolDown(reading.ReadAt) is null)
        {
            metrics.CoolDownBegun(reading.IsBlock);
        }
    }
}

/// <summary>What a response said of the quota of one credential.</summary>
/// <param name="Remaining">The remaining requests.</param>
/// <param name="ResetAt">When the quota is whole again.</param>
/// <param name="ReadAt">When the response came.</param>
internal sealed record CredentialQuota(long Remaining, DateTimeOffset ResetAt, DateTimeOffset ReadAt)
{
    public const int Size = 80;
}

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
