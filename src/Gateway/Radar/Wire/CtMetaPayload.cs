using Gateway.Caching;
using Gateway.Radar.Responses;

namespace Gateway.Radar.Wire;

/// <summary>The metadata of a response, as stored in the distributed tier.</summary>
internal static class CtMetaPayload
{
    public static CtMeta Shape(ref Payload payload, CtMeta? meta) => new(
        payload.OptionalMember(meta?.AggInterval),
        payload.Optional(meta?.ConfidenceInfo, Confidence),
        payload.List(meta?.DateRange, static (ref payload, dates) => new CtDateRange(
            payload.Instant(dates?.StartTime ?? default), payload.Instant(dates?.EndTime ?? default))),
        payload.OptionalInstant(meta?.LastUpdated),
        payload.OptionalMember(meta?.Normalization),
        payload.List(meta?.Units, static (ref payload, unit) => new CtUnit(payload.Text(unit?.Name), payload.Text(unit?.Value))));

    private static CtConfidenceInfo Confidence(ref Payload payload, CtConfidenceInfo? info) => new(
        payload.OptionalInteger(info?.Level),
        payload.List(info?.Annotations, static (ref payload, remark) => new CtAnnotation(
            payload.OptionalMember(remark?.DataSource),
            payload.OptionalText(remark?.Description),
            payload.OptionalInstant(remark?.EndDate),
            payload.OptionalMember(remark?.EventType),
            payload.OptionalFlag(remark?.IsInstantaneous),
            payload.OptionalText(remark?.LinkedUrl),
            payload.OptionalInstant(remark?.StartDate),
            payload.Texts(remark?.Tags))));
}
