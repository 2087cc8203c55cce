using System.Text;
using Gateway.Caching;
using Gateway.Caching.Redis;
using Gateway.Caching.Secrets;

namespace Gateway.Tests.Caching.Redis;

public sealed class SealedEntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private static readonly byte[] Name = KeyNames.Of(Entries.Key("a"));
    private static readonly CacheSecret Secret = new(Bytes(1));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(100_000)]
    public void What_was_sealed_opens_with_its_times_and_bytes(int length)
    {
        var random = new byte[length];
        new Random(length).NextBytes(random);
        foreach (var payload in new[] { random, new byte[length] })
        {
            var entry = Entries.Of(payload, Now);
            Open(Seal(entry), out var opened).ShouldBe(Opening.Opened);
            opened.ShouldBe(entry);
        }
    }

    [Fact]
    public void Any_bit_changed_is_noticed()
    {
        var value = Seal(Entries.Of("some payload", Now));
        for (var bit = 0; bit < value.Length * 8; bit++)
        {
            value[bit / 8] ^= (byte)(1 << (bit % 8));
            Open(value, out var entry).ShouldNotBe(Opening.Opened);
            entry.ShouldBeNull();
            value[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Open(value, out _).ShouldBe(Opening.Opened);
    }

    [Fact]
    public void Any_length_cut_or_added_is_noticed()
    {
        var value = Seal(Entries.Of("some payload", Now));
        for (var length = 0; length < value.Length; length++)
        {
            Open(value[..length], out _).ShouldNotBe(Opening.Opened);
        }

        Open([.. value, 0], out _).ShouldBe(Opening.NotAuthentic);
    }

    [Fact]
    public void A_value_under_another_key_does_not_open()
        => SealedEntry.Open(Seal(Entries.Of("a", Now)), KeyNames.Of(Entries.Key("b")), Secret, Now, out _).ShouldBe(Opening.NotAuthentic);

    [Fact]
    public void A_value_past_its_last_time_does_not_open()
    {
        var value = Seal(Entries.Of("a", Now));
        SealedEntry.Open(value, Name, Secret, Now.AddHours(1).AddTicks(-1), out _).ShouldBe(Opening.Opened);
        SealedEntry.Open(value, Name, Secret, Now.AddHours(1), out var entry).ShouldBe(Opening.Expired);
        entry.ShouldBeNull();
    }

    [Fact]
    public void A_value_of_another_version_is_told_from_a_forged_one()
    {
        var value = Seal(Entries.Of("a", Now));
        value[0] = 2;
        Open(value, out _).ShouldBe(Opening.Format);
        value[0] = 1;
        value[1] |= 2;
        Open(value, out _).ShouldBe(Opening.Format);
    }

    [Fact]
    public void While_a_secret_is_rolled_out_values_of_the_one_before_open_too()
    {
        var value = Seal(Entries.Of("a", Now));
        SealedEntry.Open(value, Name, new CacheSecret(Bytes(2), Bytes(1)), Now, out _).ShouldBe(Opening.Opened);
        SealedEntry.Open(value, Name, new CacheSecret(Bytes(2)), Now, out _).ShouldBe(Opening.UnknownSecret);
    }

    [Fact]
    public void The_same_entry_never_looks_the_same()
        => Seal(Entries.Of("a", Now))[6..].AsSpan().CommonPrefixLength(Seal(Entries.Of("a", Now)).AsSpan(6)).ShouldBeLessThan(8);

    [Fact]
    public void A_payload_that_repeats_itself_is_kept_small()
    {
        var series = string.Concat(Enumerable.Range(0, 1000).Select(hour => $"{{\"time\":\"2026-03-04T{hour % 24:00}:00:00Z\",\"bytes\":{hour * 7919}}},"));
        Seal(Entries.Of(series, Now)).Length.ShouldBeLessThan(Encoding.UTF8.GetByteCount(series) / 3);
    }

    [Fact]
    public void What_unpacks_to_more_than_it_says_is_not_unpacked()
    {
        var payload = new byte[100_000];
        var compressed = new byte[payload.Length];
        PayloadCompression.TryCompress(payload, compressed, out var length).ShouldBeTrue();
        PayloadCompression.Decompress(compressed.AsSpan(0, length), payload.Length)!.Length.ShouldBe(payload.Length);
        PayloadCompression.Decompress(compressed.AsSpan(0, length), payload.Length - 1).ShouldBeNull();
        PayloadCompression.Decompress(compressed.AsSpan(0, length), payload.Length + 1).ShouldBeNull();
        PayloadCompression.Decompress(compressed.AsSpan(0, length), int.MaxValue).ShouldBeNull();
        PayloadCompression.Decompress(compressed.AsSpan(0, length), -1).ShouldBeNull();
    }

    private static byte[] Bytes(byte filler) => [.. Enumerable.Repeat(filler, 32)];

    private static byte[] Seal(StoredEntry entry) => SealedEntry.Seal(entry, Name, Secret.Current);

    private static Opening Open(ReadOnlySpan<byte> value, out StoredEntry? entry) => SealedEntry.Open(value, Name, Secret, Now, out entry);
}
