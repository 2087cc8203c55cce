using Gateway.Caching;
using Gateway.Radar;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Radar.Wire;
using Gateway.Upstream.Json;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Radar;

/// <summary>Answers without series, as the gateway reads and stores them.</summary>
internal static class Catalogue
{
    public const string Authorities = """
        { "certificateAuthorities": [
            { "certificateRecordType": "ROOT_CERTIFICATE", "country": "US", "countryName": "United States", "name": "Çà ☂", "owner": "Northwind",
              "parentName": "", "parentSha256Fingerprint": "", "revocationStatus": "NOT_REVOKED", "sha256Fingerprint": "F0" },
            null, { "name": "nobody" },
            { "certificateRecordType": "NEW", "parentName": "Çà ☂", "parentSha256Fingerprint": "F0", "revocationStatus": 7, "sha256Fingerprint": "F1", "more": [{}] }] }
        """;

    public const string Authority = """
        { "certificateAuthority": {
            "appleStatus": "INCLUDED", "authorityKeyIdentifier": "A", "certificateRecordType": "ROOT_CERTIFICATE", "chromeStatus": "NEW", "country": "US",
            "countryName": "United States", "microsoftStatus": "", "mozillaStatus": "BLOCKED", "name": "n", "owner": "o", "parentName": "p",
            "parentSha256Fingerprint": "F0", "related": [{ "certificateRecordType": "INTERMEDIATE_CERTIFICATE", "name": "r", "revocationStatus": "REVOKED",
            "sha256Fingerprint": "F2" }, 5], "revocationStatus": "PARENT_CERT_REVOKED", "sha256Fingerprint": "F1", "subjectKeyIdentifier": "B",
            "validFrom": "2024-03-13", "validTo": "2027-03-12" } }
        """;

    public const string Logs = """
        { "certificateLogs": [
            { "api": "STATIC", "description": "Çà ☂", "endExclusive": "2027-01-01T00:00:00Z", "operator": "o", "slug": "a", "startInclusive": "2026-01-01T01:00:00+01:00",
              "state": "READ_ONLY", "stateTimestamp": "2025-06-01T00:00:00.5Z", "url": "https://a.example.com/" },
            { "slug": "b", "state": "NEW", "startInclusive": "soon", "api": null }, { "operator": "nobody" }] }
        """;

    public const string Log = """
        { "certificateLog": {
            "api": "RFC6962", "avgThroughput": 3360.5, "description": "d", "endExclusive": "2027-01-01T00:00:00Z", "lastUpdate": "2026-01-01T00:00:00Z",
            "operator": "o", "performance": { "endpoints": [{ "endpoint": "get-sth", "responseTime": 80, "uptime": 99.99 }, {}], "responseTime": 212.5, "uptime": 99.98 },
            "related": [{ "description": "r", "slug": "b", "state": "USABLE" }], "slug": "a", "startInclusive": "2026-01-01T00:00:00Z", "state": "USABLE",
            "stateTimestamp": "2025-06-01T00:00:00Z", "submittableCertCount": "1000000", "submittedCertCount": null, "url": "https://a.example.com/" } }
        """;

    private static readonly Delegate[] Shapes =
    [
        (PayloadShape<CtList<CtAuthority>>)CtCataloguePayload.Authorities, (PayloadShape<CtList<CtLog>>)CtCataloguePayload.Logs,
        (PayloadShape<CtAuthorityData>)CtCataloguePayload.OneAuthority, (PayloadShape<CtLogData>)CtCataloguePayload.OneLog,
    ];

    private static RadarCatalogueOrigin<T> OriginOf<T>()
        where T : class =>
        new(
            new CtCatalogue<T>(RadarApi.CtLogs, new Unread<T>(), static _ => 0, Shapes.OfType<PayloadShape<T>>().Single()),
            null!,
            Options.Create(new RadarOptions()),
            TimeProvider.System);

    public static CtCatalogueResponse<T> Decode<T>(ReadOnlyMemory<byte> bytes, DateTimeOffset receivedAt)
        where T : class =>
        OriginOf<T>().Decode(CtCatalogueRequest.Logs, bytes, receivedAt);

    public static byte[] Bytes<T>(T data)
        where T : class =>
        Encode(new CtCatalogueResponse<T>(data, [], default, 0, new("")));

    public static byte[] Encode<T>(CtCatalogueResponse<T> response)
        where T : class =>
        OriginOf<T>().Encode(response);

    private sealed class Unread<T> : IResultReader<T>
        where T : class
    {
        public T? Read(ref JsonReader json) => throw new NotSupportedException();
    }
}
