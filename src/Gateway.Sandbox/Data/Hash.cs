namespace Gateway.Sandbox.Data;

/// <summary>The hash from which all data is generated. Unlike <see cref="string.GetHashCode()"/>, it is the same in every run.</summary>
internal static class Hash
{
    public static ulong Of(ulong seed, ulong value) => Mix(seed ^ Mix(value + 0x9E3779B97F4A7C15));

    /// <summary>FNV-1a over UTF-16 code units, mixed.</summary>
    public static ulong Of(ulong seed, string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var unit in text)
            hash = (hash ^ unit) * 0x100000001B3;
        return Of(seed, hash);
    }

    /// <summary>A number in [0, 1).</summary>
    public static double Unit(ulong seed, long position) => (Of(seed, (ulong)position) >> 11) * (1.0 / (1UL << 53));

    /// <summary>The finaliser of SplitMix64.</summary>
    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
