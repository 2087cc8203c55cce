using System.Security.Cryptography;
using System.Text;
using Gateway.Caching;

namespace Gateway.Tests.Caching.Redis;

/// <summary>Keys and entries for tests.</summary>
internal static class Entries
{
    public static CacheKey Key(string name) => CacheKey.Read(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    public static CacheKey NewKey() => Key(Guid.NewGuid().ToString());

    public static StoredEntry Of(string payload) => Of(Encoding.UTF8.GetBytes(payload));

    public static StoredEntry Of(byte[] payload) => new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero).AddTicks(8), payload);

    public static string Text(this StoredEntry? entry) => Encoding.UTF8.GetString(entry.ShouldNotBeNull().Payload.Span);

    public static void ShouldBe(this StoredEntry? entry, StoredEntry expected)
    {
        entry.ShouldNotBeNull().FetchedAt.ShouldBe(expected.FetchedAt);
        entry.Payload.Span.SequenceEqual(expected.Payload.Span).ShouldBeTrue();
    }
}
