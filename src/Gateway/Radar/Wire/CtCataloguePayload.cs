using Gateway.Caching;
using Gateway.Radar.Responses;

namespace Gateway.Radar.Wire;

/// <summary>
/// Data without series, as stored in the distributed tier. If the meaning of a member changes, the format version of the sealed entry must
/// change.
/// </summary>
internal static class CtCataloguePayload
{
    public static CtList<CtAuthority> Authorities(ref Payload payload, CtList<CtAuthority>? list) =>
        new(payload.List(list?.Items, Authority));

    public static CtList<CtLog> Logs(ref Payload payload, CtList<CtLog>? list) => new(payload.List(list?.Items, Log));

    public static CtAuthorityData OneAuthority(ref Payload payload, CtAuthorityData? data) => new(
        Authority(ref payload, data?.Authority),
        payload.OptionalMember(data?.AppleStatus),
        payload.OptionalMember(data?.ChromeStatus),
        payload.OptionalMember(data?.MicrosoftStatus),
        payload.OptionalMember(data?.MozillaStatus),
        payload.OptionalText(data?.AuthorityKeyIdentifier),
        payload.OptionalText(data?.SubjectKeyIdentifier),
        payload.OptionalText(data?.ValidFrom),
        payload.OptionalText(data?.ValidTo),
        payload.List(data?.Related, Authority));

    public static CtLogData OneLog(ref Payload payload, CtLogData? data) => new(
        Log(ref payload, data?.Log),
        payload.OptionalNumber(data?.AvgThroughput),
        payload.OptionalInstant(data?.LastUpdate),
        payload.Optional(data?.Performance, Performance),
        payload.OptionalNumber(data?.SubmittableCertCount),
        payload.OptionalNumber(data?.SubmittedCertCount),
        payload.List(data?.Related, Log));

    private static CtAuthority Authority(ref Payload payload, CtAuthority? authority) => new(
        payload.Text(authority?.Id),
        payload.OptionalText(authority?.Name),
        payload.OptionalText(authority?.Owner),
        payload.OptionalText(authority?.Country),
        payload.OptionalText(authority?.CountryName),
        payload.OptionalMember(authority?.CertificateRecordType),
        payload.OptionalText(authority?.ParentName),
        payload.OptionalText(authority?.ParentId),
        payload.OptionalMember(authority?.RevocationStatus));

    private static CtLog Log(ref Payload payload, CtLog? log) => new(
        payload.Text(log?.Id),
        payload.OptionalText(log?.Description),
        payload.OptionalText(log?.Operator),
        payload.OptionalMember(log?.Api),
        payload.OptionalMember(log?.State),
        payload.OptionalInstant(log?.StateTimestamp),
        payload.OptionalInstant(log?.StartInclusive),
        payload.OptionalInstant(log?.EndExclusive),
        payload.OptionalText(log?.Url));

    private static CtLogPerformance Performance(ref Payload payload, CtLogPerformance? performance) => new(
        payload.OptionalNumber(performance?.Uptime),
        payload.OptionalNumber(performance?.ResponseTime),
        payload.List(performance?.Endpoints, static (ref payload, one) => new CtLogEndpointPerformance(
            payload.Text(one?.Endpoint), payload.OptionalNumber(one?.Uptime), payload.OptionalNumber(one?.ResponseTime))));
}
