using System.Text.Json;
using Gateway.Radar.Responses;
using Gateway.Upstream;
using Gateway.Upstream.Json;

namespace Gateway.Radar.Wire;

/// <summary>
/// Reads authorities and logs. A value of the wrong kind counts as missing, and an item without an id is ignored, so that one of them does
/// not fail the whole list.
/// </summary>
internal static class CtCatalogueReader
{
    private static readonly JsonObjectReader<CtAuthority> Authority = new(
        ("sha256Fingerprint", static (ref json, one) => one with { Id = json.Text() ?? "" }),
        ("name", static (ref json, one) => one with { Name = json.TextUnlessEmpty() }),
        ("owner", static (ref json, one) => one with { Owner = json.TextUnlessEmpty() }),
        ("country", static (ref json, one) => one with { Country = json.TextUnlessEmpty() }),
        ("countryName", static (ref json, one) => one with { CountryName = json.TextUnlessEmpty() }),
        ("certificateRecordType",
            static (ref json, one) => one with { CertificateRecordType = ReadEnum(ref json, CtAuthorityRecordType.UNKNOWN) }),
        ("parentName", static (ref json, one) => one with { ParentName = json.TextUnlessEmpty() }),
        ("parentSha256Fingerprint", static (ref json, one) => one with { ParentId = json.TextUnlessEmpty() }),
        ("revocationStatus", static (ref json, one) => one with { RevocationStatus = ReadEnum(ref json, CtRevocationStatus.UNKNOWN) }));

    private static readonly JsonObjectReader<CtAuthorityData> AuthorityData = new(
        ("appleStatus", static (ref json, one) => one with { AppleStatus = ReadEnum(ref json, CtTrustStatus.UNKNOWN) }),
        ("chromeStatus", static (ref json, one) => one with { ChromeStatus = ReadEnum(ref json, CtTrustStatus.UNKNOWN) }),
        ("microsoftStatus", static (ref json, one) => one with { MicrosoftStatus = ReadEnum(ref json, CtTrustStatus.UNKNOWN) }),
        ("mozillaStatus", static (ref json, one) => one with { MozillaStatus = ReadEnum(ref json, CtTrustStatus.UNKNOWN) }),
        ("authorityKeyIdentifier", static (ref json, one) => one with { AuthorityKeyIdentifier = json.TextUnlessEmpty() }),
        ("subjectKeyIdentifier", static (ref json, one) => one with { SubjectKeyIdentifier = json.TextUnlessEmpty() }),
        ("validFrom", static (ref json, one) => one with { ValidFrom = json.TextUnlessEmpty() }),
        ("validTo", static (ref json, one) => one with { ValidTo = json.TextUnlessEmpty() }),
        ("related", static (ref json, one) => one with { Related = ReadItems(ref json, ReadAuthority) }));

    private static readonly JsonObjectReader<CtLog> Log = new(
        ("slug", static (ref json, one) => one with { Id = json.Text() ?? "" }),
        ("description", static (ref json, one) => one with { Description = json.TextUnlessEmpty() }),
        ("operator", static (ref json, one) => one with { Operator = json.TextUnlessEmpty() }),
        ("api", static (ref json, one) => one with { Api = ReadEnum(ref json, CtResultLogApi.UNKNOWN) }),
        ("state", static (ref json, one) => one with { State = ReadEnum(ref json, CtLogState.UNKNOWN) }),
        ("stateTimestamp", static (ref json, one) => one with { StateTimestamp = json.Instant() }),
        ("startInclusive", static (ref json, one) => one with { StartInclusive = json.Instant() }),
        ("endExclusive", static (ref json, one) => one with { EndExclusive = json.Instant() }),
        ("url", static (ref json, one) => one with { Url = json.TextUnlessEmpty() }));

    private static readonly JsonObjectReader<CtLogData> LogData = new(
        ("avgThroughput", static (ref json, one) => one with { AvgThroughput = json.Number() }),
        ("lastUpdate", static (ref json, one) => one with { LastUpdate = json.Instant() }),
        ("performance", static (ref json, one) => one with { Performance = ReadPerformance(ref json) }),
        ("submittableCertCount", static (ref json, one) => one with { SubmittableCertCount = json.Number() }),
        ("submittedCertCount", static (ref json, one) => one with { SubmittedCertCount = json.Number() }),
        ("related", static (ref json, one) => one with { Related = ReadItems(ref json, ReadLog) }));

    private static readonly JsonObjectReader<CtLogPerformance> Performance = new(
        ("uptime", static (ref json, one) => one with { Uptime = json.Number() }),
        ("responseTime", static (ref json, one) => one with { ResponseTime = json.Number() }),
        ("endpoints", static (ref json, one) => one with { Endpoints = ReadItems(ref json, ReadEndpoint) }));

    private static readonly JsonObjectReader<CtLogEndpointPerformance> EndpointPerformance = new(
        ("endpoint", static (ref json, one) => one with { Endpoint = json.Text() ?? "" }),
        ("uptime", static (ref json, one) => one with { Uptime = json.Number() }),
        ("responseTime", static (ref json, one) => one with { ResponseTime = json.Number() }));

    private delegate T? ItemReader<T>(ref JsonReader json);

    public static IResultReader<CtList<CtAuthority>> Authorities { get; } =
        new MemberReader<CtList<CtAuthority>>("certificateAuthorities", static (ref json) => ReadList(ref json, ReadAuthority));

    public static IResultReader<CtList<CtLog>> Logs { get; } =
        new MemberReader<CtList<CtLog>>("certificateLogs", static (ref json) => ReadList(ref json, ReadLog));

    public static IResultReader<CtAuthorityData> OneAuthority { get; } = new MemberReader<CtAuthorityData>(
        "certificateAuthority",
        static (ref json) =>
        {
            var start = json;
            return ReadAuthority(ref start) is { } authority
                ? AuthorityData.Read(ref json, new(authority, null, null, null, null, null, null, null, null, []))
                : null;
        });

    public static IResultReader<CtLogData> OneLog { get; } = new MemberReader<CtLogData>(
        "certificateLog",
        static (ref json) =>
        {
            var start = json;
            return ReadLog(ref start) is { } log ? LogData.Read(ref json, new(log, null, null, null, null, null, [])) : null;
        });

    private static CtAuthority? ReadAuthority(ref JsonReader json) =>
        Authority.Read(ref json, CtAuthority.None) is { Id.Length: > 0 } read ? read : null;

    private static CtLog? ReadLog(ref JsonReader json) => Log.Read(ref json, CtLog.None) is { Id.Length: > 0 } read ? read : null;

    private static CtLogPerformance? ReadPerformance(ref JsonReader json) =>
        json.Enter(JsonTokenType.StartObject) ? Performance.Read(ref json, new(null, null, [])) : null;

    private static CtLogEndpointPerformance? ReadEndpoint(ref JsonReader json) =>
        EndpointPerformance.Read(ref json, new("", null, null)) is { Endpoint.Length: > 0 } read ? read : null;

    private static CtList<T>? ReadList<T>(ref JsonReader json, ItemReader<T> read)
        where T : class =>
        json.Token is JsonTokenType.StartArray ? new CtList<T>(ReadItems(ref json, read)) : null;

    private static List<T> ReadItems<T>(ref JsonReader json, ItemReader<T> read)
        where T : class
    {
        var items = new List<T>();
        if (json.Enter(JsonTokenType.StartArray))
        {
            while (json.NextItem())
            {
                if (read(ref json) is { } item)
                {
                    items.Add(item);
                }
            }
        }

        return items;
    }

    /// <param name="json">The reader, at a name.</param>
    /// <param name="unknown">The value for unknown names.</param>
    private static T? ReadEnum<T>(ref JsonReader json, T unknown)
        where T : struct, Enum =>
        json.TextUnlessEmpty() is { } text ? WireNames<T>.Find(text) ?? unknown : null;

    /// <summary>Reads the only member of a result.</summary>
    private sealed class MemberReader<T>(string name, ItemReader<T> read) : IResultReader<T>
        where T : class
    {
        private readonly JsonMembers _members = new(name);

        public T? Read(ref JsonReader json)
        {
            T? value = null;
            var seen = 0u;
            if (json.Enter(JsonTokenType.StartObject))
            {
                while (json.NextMember(_members, ref seen) is not null)
                {
                    value = read(ref json);
                    if (value is null)
                    {
                        throw JsonReader.Invalid("The result has no item of the kind that it promises.");
                    }
                }
            }

            return value;
        }
    }
}
