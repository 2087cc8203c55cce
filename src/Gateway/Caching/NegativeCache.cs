using Gateway.Shared;
using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>Failures that are answered again for a while, without asking Cloudflare (a negative cache).</summary>
internal sealed class NegativeCache(long capacity)
{
    /// <summary>How long a request that Cloudflare has refused is refused here: nothing about it will change soon.</summary>
    public static readonly TimeSpan RefusalTime = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan FirstTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(30);

    private readonly BoundedCache<CacheKey, CachedFailure> _failures = new(capacity, static cached => cached.Size);

    public long Bytes => _failures.Used;

    public CachedFailure? Find(CacheKey key, DateTimeOffset now) => _failures.Find(key) is { } cached && now < cached.Until ? cached : null;

    /// <summary>The last failure, even where it is past its time.</summary>
    public CachedFailure? FindLast(CacheKey key) => _failures.Find(key);

    public void Add(CacheKey key, Failure failure, DateTimeOffset now, TimeSpan time) =>
        _failures.Set(key, new CachedFailure(failure, now, time));

    /// <summary>Holds a failed attempt for a second, and for twice as long each time that it goes on, up to half a minute.</summary>
    public void AddWithBackoff(CacheKey key, Failure failure, DateTimeOffset now) =>
        _failures.Change(key, (failure, now), static (cached, failed) => new CachedFailure(failed.failure, failed.now, Longer(cached, failed.now)));

    public void Remove(CacheKey key) => _failures.Remove(key);

    // What lies further back than the longest time is another trouble.
    private static TimeSpan Longer(CachedFailure? cached, DateTimeOffset now) =>
        cached is null || now - cached.Until > LongestTime ? FirstTime
        : cached.Time * 2 < LongestTime ? cached.Time * 2
        : LongestTime;
}

internal sealed record CachedFailure(Failure Failure, DateTimeOffset Since, TimeSpan Time)
{
    public DateTimeOffset Until => Since + Time;

    /// <summary>In bytes: the objects, and the texts of what Cloudflare said.</summary>
    public long Size => 512 + (2L * Failure.Message.Length) + (512L * (Failure.Cloudflare?.Errors.Length ?? 0));

    /// <summary>The failure as it is to be told now: what is left of a waiting time counts down.</summary>
    public Failure At(DateTimeOffset now) => Failure.RetryAfterSeconds is { } seconds
        ? Failure with { RetryAfterSeconds = (int)Math.Max(0, Math.Ceiling(seconds - (now - Since).TotalSeconds)) }
        : Failure;
}
