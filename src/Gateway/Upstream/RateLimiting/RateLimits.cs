namespace Gateway.Upstream.RateLimiting;

/// <summary>
/// The rate limits of credentials, as this replica's own responses reported them. A credential that is blocked, or would be by its next
/// call, is in a cool-down: there are no calls with it. A credential whose quota is nearly used up has no background refreshes, so the rest
/// is left to callers who wait.
/// </summary>
/// <param name="capacity">The bound, in bytes.</param>
/// <param name="known">The credentials with a recent 2xx.</param>
/// <remarks>
/// A limit applies to all APIs: Cloudflare counts all requests of a user together
/// (https://developers.cloudflare.com/fundamentals/api/reference/limits/).
/// </remarks>
internal sealed class RateLimits(long capacity, KnownCredentials known)
{
    private readonly DividedCache<CredentialFingerprint, CredentialLimit> _limits = new(capacity, static _ => CredentialLimit.Size);

    public long Bytes => _limits.Used;

    /// <summary>When the credential's cool-down ends; null without one.</summary>
    public DateTimeOffset? CoolDown(Caller caller, DateTimeOffset now) => _limits.Find(caller.Fingerprint)?.CoolDown(now);

    /// <summary>When the credential may be used for background refreshes again; null if it may be now.</summary>
    public DateTimeOffset? Scarcity(Caller caller, DateTimeOffset now) => _limits.Find(caller.Fingerprint)?.Scarcity(now);

    /// <summary>Records the limit that a response reports.</summary>
    public void Observe(CloudflareApi api, Caller caller, RateLimitReading reading)
    {
        RateLimitMetrics.Answered(api, reading);
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
            RateLimitMetrics.CoolDownBegun(reading.IsBlock);
        }
    }
}
