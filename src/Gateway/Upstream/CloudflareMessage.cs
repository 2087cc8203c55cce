using Gateway.Columns;

namespace Gateway.Upstream;

/// <summary>A message that Cloudflare sent with an answer, or instead of one.</summary>
/// <param name="Code">Cloudflare's code, 1000 or more. Null for Radar's input errors, which have no code.</param>
/// <param name="Message">The text of the message, as written by Cloudflare.</param>
/// <param name="DocumentationUrl">The URL of Cloudflare's documentation of the message.</param>
/// <param name="Pointer">A JSON pointer to the part of the request that the message is about.</param>
public sealed record CloudflareMessage(int? Code, string Message, string? DocumentationUrl, string? Pointer)
{
    /// <summary>The size of a list of messages in memory, in bytes.</summary>
    internal static long SizeOf(IReadOnlyList<CloudflareMessage> messages) =>
        MemorySize.OfArray(messages.Count, 8) + MemorySize.Header + 8 + messages.Sum(static message =>
            MemorySize.Header + 32
            + MemorySize.Of(message.Message) + MemorySize.Of(message.DocumentationUrl) + MemorySize.Of(message.Pointer));
}
