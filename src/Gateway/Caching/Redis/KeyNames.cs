namespace Gateway.Caching.Redis;

/// <summary>What things are called in Redis.</summary>
internal static class KeyNames
{
    /// <summary>Its number changes when a release can't share Redis with the one before.</summary>
    private static ReadOnlySpan<byte> Prefix => "gw:1:"u8;

    /// <summary>Never written: reading it asks whether Redis answers.</summary>
    public static readonly byte[] Probe = "gw:1:probe"u8.ToArray();

    /// <summary>The channel on which replicas tell each other what has ended.</summary>
    public static readonly byte[] Ended = "gw:1:ended"u8.ToArray();

    public static int Length => Prefix.Length + (2 * CacheKey.Size);

    /// <summary>The prefix and 64 lower-case hex digits.</summary>
    public static byte[] Of(CacheKey key)
    {
        Span<byte> digest = stackalloc byte[CacheKey.Size];
        key.Write(digest);
        var name = new byte[Length];
        Prefix.CopyTo(name);
        Convert.TryToHexStringLower(digest, name.AsSpan(Prefix.Length), out _);
        return name;
    }
}
