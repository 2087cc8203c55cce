using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Radar.Responses;
using Gateway.Upstream;
using PolyType;

namespace Gateway.Radar.Wire;

/// <summary>
/// A response with groups of whole periods, as stored in the distributed tier. If the meaning of a member changes, the format version of
/// the sealed entry must change.
/// </summary>
[GenerateShape]
internal sealed partial record CtSummaryPayload(CtMeta Meta, CtSummaryPayload.Series[] All, ImmutableArray<CloudflareMessage> Messages)
{
    public static byte[] Write(CtResponse<CtSummaryGroups> response) => Payload.Serializer.Serialize(new CtSummaryPayload(
        response.Data.Meta,
        [.. response.Data.Series.Select(static series => new Series(series.WireName, [.. series.Groups]))],
        response.Messages));

    public static CtResponse<CtSummaryGroups> Read(ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt)
    {
        var read = Payload.Serializer.Deserialize<CtSummaryPayload>(payload)!;
        var series = Array.ConvertAll(read.All, static series => new CtSummaryGroups(series.WireName, series.Groups));
        return new(new CtData<CtSummaryGroups>(read.Meta, series), read.Messages, receivedAt);
    }

    /// <param name="WireName">Cloudflare's name of the series.</param>
    /// <param name="Groups">The groups, in their order.</param>
    internal sealed record Series(string WireName, CtSummaryGroup[] Groups);
}
