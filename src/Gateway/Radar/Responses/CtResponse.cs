using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Columns;
using Gateway.Upstream;

namespace Gateway.Radar.Responses;

/// <summary>A success of Cloudflare's as the gateway keeps it; the same for every request that gets it.</summary>
internal sealed record CtResponse(CtTimeseriesModel Model, ImmutableArray<CloudflareMessage> Messages, DateTimeOffset ReceivedAt) : ICacheableResponse
{
    public ResponseFragments Fragments { get; } = new();

    public long Size
    {
        get
        {
            var size = 400 + CloudflareMessage.SizeOf(Messages) + MetaSize(Model.Meta);
            InstantColumn? last = null;
            foreach (var series in Model.Series)
            {
                size += 48 + MemorySize.Of(series.WireName) + series.Values.Size;
                size += ReferenceEquals(series.Timestamps, last) ? 0 : series.Timestamps.Size;
                last = series.Timestamps;
            }

            return size;
        }
    }

    private static long MetaSize(CtMeta meta)
    {
        var size = 300 + (56L * meta.DateRange.Count);
        foreach (var unit in meta.Units)
        {
            size += 40 + MemorySize.Of(unit.Name) + MemorySize.Of(unit.Value);
        }

        foreach (var annotation in meta.ConfidenceInfo?.Annotations ?? [])
        {
            size += 160 + MemorySize.Of(annotation.Description) + MemorySize.Of(annotation.LinkedUrl);
            foreach (var tag in annotation.Tags)
            {
                size += 8 + MemorySize.Of(tag);
            }
        }

        return size;
    }
}
