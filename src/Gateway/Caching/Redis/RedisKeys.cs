using System.Security.Cryptography;
using System.Text;
using Gateway.Upstream;
using Microsoft.Extensions.Options;

namespace Gateway.Caching.Redis;

/// <summary>
/// Keys in Redis: <c>prefix 6: upstream : key</c>. 6 is the version of the format, upstream the first 16 hex digits of the SHA-256 of
/// <c>Cloudflare:BaseUrl</c>, and key the 64 hex digits of a <see cref="CacheKey"/>. A value is bound to its whole key: releases, upstreams
/// and environments neither overwrite nor decrypt each other's values.
/// </summary>
internal sealed class RedisKeys
{
    /// <summary>The length of the longest key, in bytes.</summary>
    public const int MaxLength = RedisOptions.MaxKeyPrefix + 2 + UpstreamDigits + 1 + KeyDigits;

    private const int UpstreamDigits = 16;
    private const int KeyDigits = 2 * CacheKey.Size;

    private readonly byte[] _prefix;

    public RedisKeys(IOptions<RedisOptions> redis, IOptions<CloudflareOptions> upstream)
    {
        // A URI normalizes the case of the host and an explicit default port.
        var address = Encoding.UTF8.GetBytes(new Uri(upstream.Value.BaseUrl).AbsoluteUri.TrimEnd('/'));
        var digest = Convert.ToHexStringLower(SHA256.HashData(address).AsSpan(0, UpstreamDigits / 2));
        _prefix = Encoding.ASCII.GetBytes($"{redis.Value.KeyPrefix}{SealedEntry.Version}:{digest}:");
        Probe = [.. _prefix, .. "probe"u8];
    }

    /// <summary>The key that probes read. It is never written.</summary>
    public byte[] Probe { get; }

    public byte[] Of(CacheKey key)
    {
        Span<byte> digest = stackalloc byte[CacheKey.Size];
        key.Write(digest);
        var name = new byte[_prefix.Length + KeyDigits];
        _prefix.CopyTo(name, 0);
        Convert.TryToHexStringLower(digest, name.AsSpan(_prefix.Length), out _);
        return name;
    }
}
