using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Columns;
using Gateway.Upstream;

namespace Gateway.Radar.Responses;

/// <summary>A success of Cloudflare's as the gateway keeps it; the same for every request that gets it.</summary>
internal sealed record CtResponse(CtTimeseriesModel Model, ImmutableArray<CloudflareMessage> Messages, DateTimeOffset ReceivedAt) : ICacheableResponse
{
    public ResponseFragments Renderings { get; } = new();

    public long Size => 700
        + CloudflareMessage.SizeOf(Messages)
        + Model.Series.Sum(static series => 48 + MemorySize.Of(series.WireName) + series.Values.Size)
        + Model.Series.Select(static series => series.Timestamps).Distinct().Sum(static timestamps => timestamps.Size)
        + (56L * Model.Meta.DateRange.Count)
        + Model.Meta.Units.Sum(static unit => 40 + MemorySize.Of(unit.Name) + MemorySize.Of(unit.Value))
        + (Model.Meta.ConfidenceInfo?.Annotations.Sum(SizeOf) ?? 0);

    private static long SizeOf(CtAnnotation annotation) =>
        160 + MemorySize.Of(annotation.Description) + MemorySize.Of(annotation.LinkedUrl) + annotation.Tags.Sum(static tag => 8 + MemorySize.Of(tag));
}
