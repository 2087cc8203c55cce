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

    private readonly BoundedCache<CacheKey, HeldFailure> _held = new(capacity, static held => held.Size);

    public long Bytes => _held.Used;

    public HeldFailure? Find(CacheKey key, DateTimeOffset now) => _held.Find(key) is { } held && now < held.Until ? held : null;

    /// <summary>The last failure, even where it is past its time.</summary>
    public HeldFailure? FindLast(CacheKey key) => _held.Find(key);

    public void Hold(CacheKey key, Failure failure, DateTimeOffset now, TimeSpan time) =>
        _held.Set(key, new HeldFailure(failure, now, time));

    /// <summary>Holds a failed attempt for a second, and for twice as long each time that it goes on, up to half a minute.</summary>
    public void HoldLonger(CacheKey key, Failure failure, DateTimeOffset now) =>
        _held.Change(key, (failure, now), static (held, news) => new HeldFailure(news.failure, news.now, Longer(held, news.now)));

    public void Release(CacheKey key) => _held.Remove(key);

    // What lies further back than the longest time is another trouble.
    private static TimeSpan Longer(HeldFailure? held, DateTimeOffset now) =>
        held is null || now - held.Until > LongestTime ? FirstTime
        : held.Time * 2 < LongestTime ? held.Time * 2
        : LongestTime;
}

internal sealed record HeldFailure(Failure Failure, DateTimeOffset Since, TimeSpan Time)
{
    public DateTimeOffset Until => Since + Time;

    /// <summary>In bytes: the objects, and the texts of what Cloudflare said.</summary>
    public long Size => 512 + (2L * Failure.Message.Length) + (512L * (Failure.Cloudflare?.Errors.Length ?? 0));

    /// <summary>The failure as it is to be told now: what is left of a waiting time counts down.</summary>
    public Failure At(DateTimeOffset now) => Failure.RetryAfterSeconds is { } seconds
        ? Failure with { RetryAfterSeconds = (int)Math.Max(0, Math.Ceiling(seconds - (now - Since).TotalSeconds)) }
        : Failure;
}
