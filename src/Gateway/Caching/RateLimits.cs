using Gateway.Cloudflare;
using Gateway.Cloudflare.RateLimiting;
using Microsoft.Extensions.Options;

namespace Gateway.Caching;

/// <summary>
/// Which credentials Cloudflare limits just now. One that is blocked, or would be by its next call, cools down: no call is made with it, on
/// any replica. One whose calls run out has no background refreshes, so that what is left goes to those who wait.
/// </summary>
/// <remarks>Over both endpoints: Cloudflare counts all requests of a user together, and blocks all of them.</remarks>
internal sealed class RateLimits(IOptions<CacheOptions> options, ISecondLevel second, TimeProvider time) : IRateLimitObserver
{
    public object Unused => (second, time);

    private readonly BoundedMap<CredentialLimit> _limits = new(options.Value.StateBytes, static _ => CredentialLimit.Size);

    public long Bytes => _limits.Bytes;

    /// <summary>Until when no call is made with the credential; null where nothing speaks against one.</summary>
    public DateTimeOffset? CoolDown(Caller caller, DateTimeOffset now) => Find(caller)?.CoolDown(now);

    /// <summary>Until when nothing is refreshed with the credential in the background; null where there is enough left.</summary>
    public DateTimeOffset? Scarcity(Caller caller, DateTimeOffset now) => Find(caller)?.Scarcity(now);

    /// <inheritdoc/>
    public void Observe(CloudflareEndpoint endpoint, Caller caller, RateLimitReading reading)
    {
        RateLimitMetrics.Answered(endpoint, reading);
        var before = Find(caller);
        if (before is null && reading is { CoolDown: null, Scarcity: null })
        {
            return;
        }

        _limits.Change(KeyOf(caller), reading, static (kept, reading) => CredentialLimit.After(kept, reading));
        if (reading.CoolDown is not { } coolDown)
        {
            return;
        }

        if (before?.CoolDown(reading.ReadAt) is null)
        {
            RateLimitMetrics.CoolDownBegun(reading.IsBlock);
        }
    }

    public Task LookAsync(Caller caller, CancellationToken cancellationToken) => Task.CompletedTask;

    private CredentialLimit? Find(Caller caller) => _limits.Find(KeyOf(caller));

    // In memory the fingerprint, a digest itself, is key enough.
    private static CacheKey KeyOf(Caller caller) => new(caller.Fingerprint.High, caller.Fingerprint.Low);
}
