namespace Gateway.Caching;

/// <summary>
/// Keeps equal JSON in memory once. Credentials of one account ask for the same and get the same, each in an entry of its own. Who may read
/// an entry stays as it is: whoever shares bytes has written the same ones.
/// </summary>
/// <remarks>
/// Without it, the answers of 32 credentials take 32 times the memory, and come from memory instead of the processor's caches.
/// </remarks>
internal static class SharedJson
{
    private const int Places = 4096;

    // Two texts of one place take turns. Weak, so that a text goes with its last entry.
    private static readonly WeakReference<byte[]>?[] Texts = new WeakReference<byte[]>?[Places];

    /// <summary>An array with these bytes: an older one, or this one.</summary>
    public static byte[] Of(byte[] json)
    {
        var hash = new HashCode();
        hash.AddBytes(json);
        ref var place = ref Texts[(uint)hash.ToHashCode() % Places];
        if (place is { } known && known.TryGetTarget(out var same) && same.AsSpan().SequenceEqual(json))
        {
            return same;
        }

        place = new WeakReference<byte[]>(json);
        return json;
    }
}
