using System.Security.Cryptography;
using System.Text;
using Gateway.Caching;

namespace Gateway.Tests.Caching.Redis;

/// <summary>Keys and entries to test with.</summary>
internal static class Entries
{
    public static CacheKey Key(string name) => CacheKey.Read(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    public static CacheKey NewKey() => Key(Guid.NewGuid().ToString());

    public static StoredEntry Of(string payload, DateTimeOffset? now = null) => Of(Encoding.UTF8.GetBytes(payload), now);

    public static StoredEntry Of(byte[] payload, DateTimeOffset? now = null)
    {
        var fetched = now ?? DateTimeOffset.UtcNow;
        return new StoredEntry(fetched, fetched.AddMinutes(1), fetched.AddHours(1), payload);
    }

    public static void ShouldBe(this StoredEntry? entry, StoredEntry expected)
    {
        entry.ShouldNotBeNull();
        entry.FetchedAt.ShouldBe(expected.FetchedAt);
        entry.FreshUntil.ShouldBe(expected.FreshUntil);
        entry.StaleUntil.ShouldBe(expected.StaleUntil);
        entry.Payload.Span.SequenceEqual(expected.Payload.Span).ShouldBeTrue();
    }
}
