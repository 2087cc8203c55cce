namespace Gateway.Columns;

/// <summary>Sizes of objects in a 64-bit process: a header of 16 bytes, and everything rounded up to 8 bytes.</summary>
internal static class MemorySize
{
    public const int Header = 16;

    public static long Of(string? text) => text is null ? 0 : Round(22 + (2L * text.Length));

    public static long OfArray(int count, int itemSize) => Round(Header + 8 + ((long)count * itemSize));

    private static long Round(long size) => (size + 7) & ~7L;
}
