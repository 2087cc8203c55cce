using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Gateway.Caching;
using Gateway.Caching.Redis;
using Gateway.Caching.Secrets;
using Gateway.Upstream;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Caching.Redis;

public sealed class SealedEntryTests
{
    private static readonly RedisKeys Keys = new(Options.Create(new RedisOptions()), Options.Create(new CloudflareOptions()));
    private static readonly byte[] Name = Keys.Of(Entries.Key("a"));
    private static readonly CacheSecret Secret = new(Bytes(1));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(511)]
    [InlineData(100_000)]
    public void What_was_sealed_opens_with_its_time_and_bytes(int length)
    {
        var random = new byte[length];
        new Random(length).NextBytes(random);
        foreach (var payload in new[] { random, new byte[length] })
        {
            var entry = Entries.Of(payload);
            Open(Seal(entry), out var opened).ShouldBe(OpenResult.Opened);
            opened.ShouldBe(entry);
        }
    }

    [Fact]
    public void Any_bit_changed_is_noticed()
    {
        var value = Seal(Entries.Of("some payload"));
        for (var bit = 0; bit < value.Length * 8; bit++)
        {
            value[bit / 8] ^= (byte)(1 << (bit % 8));
            Open(value, out var entry).ShouldNotBe(OpenResult.Opened);
            entry.ShouldBeNull();
            value[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Open(value, out _).ShouldBe(OpenResult.Opened);
    }

    [Fact]
    public void Any_length_cut_or_added_is_noticed()
    {
        var value = Seal(Entries.Of("some payload"));
        for (var length = 0; length < value.Length; length++)
        {
            Open(value[..length], out _).ShouldNotBe(OpenResult.Opened);
        }

        Open([.. value, 0], out _).ShouldBe(OpenResult.NotAuthentic);
    }

    [Fact]
    public void A_value_under_another_key_does_not_open() =>
        SealedEntry.Open(Seal(Entries.Of("a")), Keys.Of(Entries.Key("b")), Secret, out _).ShouldBe(OpenResult.NotAuthentic);

    [Fact]
    public void A_value_of_another_version_is_told_from_a_forged_one()
    {
        var value = Seal(Entries.Of("a"));
        foreach (var version in new byte[] { SealedEntry.Version - 1, SealedEntry.Version + 1 })
        {
            Open([version, .. value[1..]], out _).ShouldBe(OpenResult.Format);
        }

        Open([2, (byte)(value[1] | 2), .. value[2..]], out _).ShouldBe(OpenResult.Format);
    }

    [Fact]
    public void While_a_secret_is_rolled_out_values_of_the_one_before_open_too()
    {
        SealedEntry.Open(Seal(Entries.Of("a")), Name, new CacheSecret(Bytes(2), Bytes(1)), out _).ShouldBe(OpenResult.Opened);
        SealedEntry.Open(Seal(Entries.Of("a")), Name, new CacheSecret(Bytes(2)), out _).ShouldBe(OpenResult.UnknownSecret);
    }

    [Fact]
    public void The_same_entry_never_looks_the_same() =>
        Seal(Entries.Of("a"))[18..].AsSpan().CommonPrefixLength(Seal(Entries.Of("a")).AsSpan(18)).ShouldBeLessThan(8);

    [Fact]
    public void A_payload_that_repeats_itself_is_kept_small()
    {
        var series = string.Concat(Enumerable.Range(0, 1000).Select(hour => $"{{\"time\":\"2026-03-04T{hour % 24:00}:00:00Z\",\"bytes\":{hour * 7919}}},"));
        Seal(Entries.Of(series)).Length.ShouldBeLessThan(Encoding.UTF8.GetByteCount(series) / 3);
    }

    [Theory]
    [InlineData(99_999)]
    [InlineData(100_001)]
    [InlineData(SealedEntry.MaxPayload + 1)]
    [InlineData(int.MaxValue)]
    [InlineData(-1)]
    public void What_decompresses_to_another_length_than_it_says_is_not_opened(int told) =>
        Open(SealedAs(new byte[100_000], told), out _).ShouldBe(OpenResult.Malformed);

    [Fact]
    public void What_is_not_compressed_and_says_another_length_is_not_opened()
    {
        Open(SealedAs([1, 2, 3], 3), out _).ShouldBe(OpenResult.Opened);
        Open(SealedAs([1, 2, 3], 4), out _).ShouldBe(OpenResult.Malformed);
        Open(SealedAs([1, 2, 3], -1), out _).ShouldBe(OpenResult.Malformed);
    }

    [Fact]
    public void Values_of_many_processes_under_two_secrets_open_in_any_order()
    {
        var secret = new CacheSecret(Bytes(2), Bytes(1));
        DerivedKeys[] both = [secret.Current, secret.Previous!];
        foreach (var (keys, process) in both.SelectMany(keys => Enumerable.Range(0, 100).Select(process => (keys, process)))
            .Concat(Enumerable.Range(0, 100).SelectMany(process => both.Select(keys => (keys, process)))))
        {
            SealedEntry.Open(SealedAs([1, 2, 3], 3, keys, salt: (byte)process), Name, secret, out _).ShouldBe(OpenResult.Opened);
        }
    }

    /// <summary>A value of this version as another process seals it, or one that tells another length of its payload.</summary>
    private static byte[] SealedAs(byte[] payload, int length, DerivedKeys? keys = null, byte salt = 0)
    {
        var value = Seal(Entries.Of(payload));
        var body = value[30..^16];
        using (var cipher = CipherOf(Secret.Current))
        {
            cipher.Decrypt(value.AsSpan(18..30), body, value.AsSpan(^16..), body, (byte[])[.. value[..30], .. Name]);
        }

        keys ??= Secret.Current;
        BinaryPrimitives.WriteInt32BigEndian(body.AsSpan(8), length);
        BinaryPrimitives.WriteUInt32BigEndian(value.AsSpan(2), keys.Id);
        value.AsSpan(6..18).Fill(salt);
        using var other = CipherOf(keys);
        other.Encrypt(value.AsSpan(18..30), body, value.AsSpan(30..^16), value.AsSpan(^16..), (byte[])[.. value[..30], .. Name]);
        return value;

        AesGcm CipherOf(DerivedKeys of) => new(HMACSHA256.HashData(of.Encryption, value.AsSpan(6..18)), 16);
    }

    private static byte[] Bytes(byte filler) => [.. Enumerable.Repeat(filler, 32)];

    private static byte[] Seal(StoredEntry entry) => SealedEntry.Seal(entry, Name, Secret.Current);

    // Opening overwrites the value.
    private static OpenResult Open(byte[] value, out StoredEntry? entry) => SealedEntry.Open([.. value], Name, Secret, out entry);
}
