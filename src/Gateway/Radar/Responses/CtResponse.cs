using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Columns;
using Gateway.Upstream;

namespace Gateway.Radar.Responses;

/// <summary>A successful response, as stored in the cache. It is immutable and shared by requests.</summary>
internal abstract class CtResponse(CtMeta meta, ImmutableArray<CloudflareMessage> messages, DateTimeOffset receivedAt) : ICacheableResponse
{
    public CtMeta Meta => meta;

    public ImmutableArray<CloudflareMessage> Messages => messages;

    public DateTimeOffset ReceivedAt => receivedAt;

    public FragmentStore Fragments { get; } = new();

    /// <summary>Identifies the response without keeping it alive.</summary>
    public object Identity { get; } = new();

    public long Size => 770
        + CloudflareMessage.SizeOf(Messages)
        + SizeOfSeries
        + (56L * Meta.DateRange.Count)
        + Meta.Units.Sum(static unit => 40 + MemorySize.Of(unit.Name) + MemorySize.Of(unit.Value))
        + (Meta.ConfidenceInfo?.Annotations.Sum(SizeOf) ?? 0);

    protected abstract long SizeOfSeries { get; }

    private static long SizeOf(CtAnnotation annotation) => 160
        + MemorySize.Of(annotation.Description)
        + MemorySize.Of(annotation.LinkedUrl)
        + annotation.Tags.Sum(static tag => 8 + MemorySize.Of(tag));
}

/// <inheritdoc/>
internal sealed class CtResponse<TSeries>(CtData<TSeries> data, ImmutableArray<CloudflareMessage> messages, DateTimeOffset receivedAt)
    : CtResponse(data.Meta, messages, receivedAt)
    where TSeries : class, ICtWireSeries
{
    public CtData<TSeries> Data => data;

    protected override long SizeOfSeries =>
        Data.Series.Sum(static series => series.Size)
        + Data.Series.Select(static series => series.Timestamps).Distinct().Sum(static timestamps => timestamps?.Size ?? 0);
}
