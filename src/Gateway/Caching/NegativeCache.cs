using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>A negative cache: it repeats a failure for a while without a call to Cloudflare.</summary>
internal sealed class NegativeCache(long capacity)
{
    /// <summary>How long a request that Cloudflare rejected stays rejected.</summary>
    public static readonly TimeSpan RefusalTime = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan FirstTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(30);

    private readonly DividedCache<CacheKey, CachedFailure> _failures = new(capacity, static cached => cached.Size);

    public long Bytes => _failures.Used;

    public CachedFailure? Find(CacheKey key, DateTimeOffset now) => _failures.Find(key) is { } cached && now < cached.Until ? cached : null;

    /// <summary>The last failure, even if it has expired.</summary>
    public CachedFailure? FindLast(CacheKey key) => _failures.Find(key);

    public void Add(CacheKey key, bool isKnown, Failure failure, DateTimeOffset now, TimeSpan time) =>
        _failures.Set(key, isKnown, new CachedFailure(failure, now, time));

    /// <summary>
    /// Caches a failure for a second, and for twice as long each time that it recurs, up to 30 seconds. If it says after how many seconds a
    /// retry makes sense, it is cached at least that long.
    /// </summary>
    public void AddWithBackoff(CacheKey key, bool isKnown, Failure failure, DateTimeOffset now) => _failures.Change(
        key,
        isKnown,
        (failure, now),
        static (cached, failed) => new CachedFailure(failed.failure, failed.now, Later(Longer(cached, failed.now), failed.failure)));

    public void Remove(CacheKey key) => _failures.Remove(key);

    private static TimeSpan Later(TimeSpan backoff, Failure failure) =>
        failure.RetryAfterSeconds is { } seconds && TimeSpan.FromSeconds(seconds) is var wait && wait > backoff ? wait : backoff;

    // A failure that expired more than the longest time ago does not count as a recurrence.
    private static TimeSpan Longer(CachedFailure? cached, DateTimeOffset now) =>
        cached is null || now - cached.Until > LongestTime ? FirstTime
        : cached.Time * 2 < LongestTime ? cached.Time * 2
        : LongestTime;
}

internal sealed record CachedFailure(Failure Failure, DateTimeOffset Since, TimeSpan Time)
{
    public DateTimeOffset Until => Since + Time;

    /// <summary>The size in bytes: objects, and the texts of Cloudflare's errors.</summary>
    public long Size => 512 + (2L * Failure.Message.Length) + (512L * (Failure.Cloudflare?.Errors.Length ?? 0));

    /// <summary>The failure of a request that is not sent before <see cref="Until"/>: <c>retryAfterSeconds</c> counts down to it.</summary>
    public Failure NotSentAt(DateTimeOffset now) => Failure with { RetryAfterSeconds = (int)Math.Ceiling((Until - now).TotalSeconds) };
}
