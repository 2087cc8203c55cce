using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Upstream;

namespace Gateway.Radar.Responses;

/// <summary>A successful response without series, as stored in the cache. It is immutable and shared by requests.</summary>
/// <param name="DataSize">The size of the data in memory, in bytes.</param>
/// <param name="Digest">The digest of the data. Lists change a few times a month, and are asked for each minute.</param>
internal sealed record CtCatalogueResponse<TData>(
    TData Data, ImmutableArray<CloudflareMessage> Messages, DateTimeOffset ReceivedAt, long DataSize, Lazy<string> Digest)
    : ICacheableResponse
    where TData : class
{
    public FragmentStore Fragments { get; } = new();

    public string Version => Digest.Value;

    public long Size => 340 + DataSize + CloudflareMessage.SizeOf(Messages);
}

/// <summary>The items of a list.</summary>
internal sealed record CtList<TItem>(IReadOnlyList<TItem> Items);
