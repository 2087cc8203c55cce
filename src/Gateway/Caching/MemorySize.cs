using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>What things take in memory, on 64 bits: a header of 16 bytes, and everything in steps of eight.</summary>
internal static class MemorySize
{
    public const int Header = 16;

    public static long Of(string? text) => text is null ? 0 : Round(22 + (2L * text.Length));

    public static long OfArray(int count, int itemSize) => Round(Header + 8 + ((long)count * itemSize));

    public static long Of(IReadOnlyList<CloudflareMessage> messages)
    {
        var size = OfArray(messages.Count, 8) + Header + 8;
        foreach (var message in messages)
        {
            size += Header + 32 + Of(message.Message) + Of(message.DocumentationUrl) + Of(message.Pointer);
        }

        return size;
    }

    private static long Round(long size) => (size + 7) & ~7L;
}
