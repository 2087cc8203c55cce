using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Columns;
using Gateway.Upstream;

namespace Gateway.Radar.Responses;

/// <summary>A successful response, as stored in the cache. It is immutable and shared by requests.</summary>
internal sealed record CtResponse(CtData Data, ImmutableArray<CloudflareMessage> Messages, DateTimeOffset ReceivedAt) : ICacheableResponse
{
    public FragmentStore Fragments { get; } = new();

    /// <summary>Identifies the response without keeping it alive.</summary>
    public object Identity { get; } = new();

    public long Size => 730
        + CloudflareMessage.SizeOf(Messages)
        + Data.Series.Sum(static series => 56 + MemorySize.Of(series.WireName) + series.Values.Size)
        + Data.Series.Select(static series => series.Timestamps).Distinct().Sum(static timestamps => timestamps.Size)
        + (56L * Data.Meta.DateRange.Count)
        + Data.Meta.Units.Sum(static unit => 40 + MemorySize.Of(unit.Name) + MemorySize.Of(unit.Value))
        + (Data.Meta.ConfidenceInfo?.Annotations.Sum(SizeOf) ?? 0);

    private static long SizeOf(CtAnnotation annotation) => 160
        + MemorySize.Of(annotation.Description)
        + MemorySize.Of(annotation.LinkedUrl)
        + annotation.Tags.Sum(static tag => 8 + MemorySize.Of(tag));
}
