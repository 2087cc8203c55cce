namespace Gateway.Columns;

/// <summary>What things take in memory, on 64 bits: a header of 16 bytes, and everything in steps of eight.</summary>
internal static class MemorySize
{
    public const int Header = 16;

    public static long Of(string? text) => text is null ? 0 : Round(22 + (2L * text.Length));

    public static long OfArray(int count, int itemSize) => Round(Header + 8 + ((long)count * itemSize));

    private static long Round(long size) => (size + 7) & ~7L;
}
