using System.Collections.Concurrent;
using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>
/// Who asked of late: a fingerprint is dear, and most callers come again at once. Credentials are compared as a whole, are in memory alone,
/// and are forgotten between half a minute and a minute after their last request.
/// </summary>
internal sealed class FingerprintCache : IDisposable
{
    /// <summary>After this time nothing is left of a credential that was not seen again.</summary>
    public static readonly TimeSpan LongestMemory = TimeSpan.FromMinutes(1);

    // Those beyond it are told apart anew at each request.
    private const int MaxCount = 8192;

    private static readonly TimeSpan GenerationTime = LongestMemory / 2;

    private readonly Fingerprints _fingerprints;
    private readonly ITimer _timer;
    private volatile Generation _current = new();
    private volatile Generation _earlier = new();

    public FingerprintCache(Fingerprints fingerprints, TimeProvider time)
    {
        _fingerprints = fingerprints;
        _timer = time.CreateTimer(static callers => ((FingerprintCache)callers!).Age(), this, GenerationTime, Timeout.InfiniteTimeSpan);
    }

    public Caller Identify(Credential credential)
    {
        var current = _current;
        if (current.FingerprintCache.TryGetValue(credential, out var known))
        {
            return known;
        }

        if (!_earlier.FingerprintCache.TryGetValue(credential, out var caller))
        {
            caller = _fingerprints.Identify(credential);
        }

        current.Add(credential, caller);
        return caller;
    }

    public void Dispose() => _timer.Dispose();

    private void Age()
    {
        _earlier = _current;
        _current = new Generation();
        _timer.Change(GenerationTime, Timeout.InfiniteTimeSpan);
    }

    private sealed class Generation
    {
        private int _count;

        public ConcurrentDictionary<Credential, Caller> FingerprintCache { get; } = new();

        public void Add(Credential credential, Caller caller)
        {
            // Counting the dictionary itself would take all of its locks.
            if (Volatile.Read(ref _count) < MaxCount && FingerprintCache.TryAdd(credential, caller))
            {
                Interlocked.Increment(ref _count);
            }
        }
    }
}
