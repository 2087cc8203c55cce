using Gateway.Shared;

namespace Gateway.Upstream.RateLimiting;

/// <summary>
/// Which credentials Cloudflare limits just now, as this replica was told. One that is blocked, or would be by its next call, cools down:
/// no call is made with it. One whose calls run out has no background refreshes, so that what is left goes to those who wait.
/// </summary>
/// <param name="capacity">In bytes.</param>
/// <remarks>Over all APIs: Cloudflare counts all requests of a user together, and blocks all of them.</remarks>
internal sealed class RateLimits(long capacity)
{
    private readonly BoundedCache<CredentialFingerprint, CredentialLimit> _limits = new(capacity, static _ => CredentialLimit.Size);

    public long Bytes => _limits.Used;

    /// <summary>Until when no call is made with the credential; null where nothing speaks against one.</summary>
    public DateTimeOffset? CoolDown(Caller caller, DateTimeOffset now) => _limits.Find(caller.Fingerprint)?.CoolDown(now);

    /// <summary>Until when nothing is refreshed with the credential in the background; null where there is enough left.</summary>
    public DateTimeOffset? Scarcity(Caller caller, DateTimeOffset now) => _limits.Find(caller.Fingerprint)?.Scarcity(now);

    /// <summary>Takes note of what an answer says.</summary>
    public void Observe(CloudflareApi api, Caller caller, RateLimitReading reading)
    {
        RateLimitMetrics.Answered(api, reading);
        var before = _limits.Find(caller.Fingerprint);
        if (before is null && reading is { CoolDown: null, Scarcity: null })
        {
            return;
        }

        _limits.Change(caller.Fingerprint, reading, static (kept, reading) => CredentialLimit.After(kept, reading));
        if (reading.CoolDown is not null && before?.CoolDown(reading.ReadAt) is null)
        {
            RateLimitMetrics.CoolDownBegun(reading.IsBlock);
        }
    }
}
