using Gateway.Columns;

namespace Gateway.Upstream;

/// <summary>Something that Cloudflare said beside an answer, or instead of one.</summary>
/// <param name="Code">Cloudflare's number for it, 1000 or more; Radar's input errors have none.</param>
/// <param name="Message">The message, as Cloudflare wrote it.</param>
/// <param name="DocumentationUrl">Where Cloudflare explains it.</param>
/// <param name="Pointer">A JSON pointer to the part of the request that is concerned.</param>
public sealed record CloudflareMessage(int? Code, string Message, string? DocumentationUrl, string? Pointer)
{
    /// <summary>The size of a list of messages in memory, in bytes.</summary>
    internal static long SizeOf(IReadOnlyList<CloudflareMessage> messages) =>
        MemorySize.OfArray(messages.Count, 8) + MemorySize.Header + 8 + messages.Sum(static message =>
            MemorySize.Header + 32
            + MemorySize.Of(message.Message) + MemorySize.Of(message.DocumentationUrl) + MemorySize.Of(message.Pointer));
}
