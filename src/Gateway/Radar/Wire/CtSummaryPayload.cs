using Gateway.Caching;
using Gateway.Radar.Responses;

namespace Gateway.Radar.Wire;

/// <summary>
/// The data of a response with groups of whole periods, as stored in the distributed tier. If the meaning of a member changes, the format
/// version of the sealed entry must change.
/// </summary>
internal static class CtSummaryPayload
{
    public static CtData<CtSummaryGroups> Shape(ref Payload payload, CtData<CtSummaryGroups>? data) => new(
        CtMetaPayload.Shape(ref payload, data?.Meta),
        payload.List(data?.Series, static (ref payload, series) => new CtSummaryGroups(
            payload.Text(series?.WireName),
            payload.List(series?.Groups, static (ref payload, group) => new CtSummaryGroup(
                payload.Text(group?.Key), payload.OptionalNumber(group?.Value))))));
}
