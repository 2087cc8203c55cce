using Gateway.Caching.Secrets;
using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>
/// Caches fingerprints: an HMAC is expensive, and callers repeat. Credentials stay in memory only, are compared in full, and are removed 30
/// to 60 seconds after their last request.
/// </summary>
internal sealed class FingerprintCache : IDisposable
{
    /// <summary>The longest time that a credential stays in memory after its last request.</summary>
    public static readonly TimeSpan MaxRetention = TimeSpan.FromMinutes(1);

    private const int MaxCount = 8192;

    private readonly DividedCache<Credential, Caller> _callers = new(MaxCount);
    private readonly CacheSecret _secret;
    private readonly KnownCredentials _known;
    private readonly ITimer _timer;

    public FingerprintCache(CacheSecret secret, KnownCredentials known, TimeProvider time)
    {
        _secret = secret;
        _known = known;
        _timer = time.CreateTimer(static cache => ((FingerprintCache)cache!).Sweep(), this, MaxRetention / 2, Timeout.InfiniteTimeSpan);
    }

    public int Count => _callers.Count;

    public Caller Identify(Credential credential)
    {
        if (_callers.Known.Find(credential) is { } known)
        {
            return known;
        }

        var caller = _callers.Guests.Find(credential) ?? _secret.Identify(credential);
        _callers.Set(credential, _known.Contains(caller.Fingerprint), caller);

        // The first request counts as a use, too: it saves the entry from the next sweep.
        _callers.Find(credential);
        return caller;
    }

    public void Dispose() => _timer.Dispose();

    private void Sweep()
    {
        _callers.Sweep();
        _timer.Change(MaxRetention / 2, Timeout.InfiniteTimeSpan);
    }
}
