using Gateway.Caching;
using Gateway.Cloudflare;

namespace Gateway.Spectrum;

/// <summary>A success of Cloudflare's as the gateway keeps it; the same for every request that gets it.</summary>
internal sealed record SpectrumReply(SpectrumData Data, IReadOnlyList<CloudflareMessage> Messages, DateTimeOffset ReceivedAt) : ICacheableReply
{
    public KeptRenderings Renderings { get; } = new();

    public long Size => 200 + Data.Size + MemorySize.Of(Messages);
}
