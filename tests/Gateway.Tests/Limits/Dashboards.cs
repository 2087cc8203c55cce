using Gateway.Tests.EndToEnd;

namespace Gateway.Tests.Limits;

/// <summary>Realistic queries at their widest, of fixed periods, so that they have the same answers on each day.</summary>
internal static class Dashboards
{
    private const string Fragments = """
        fragment Panel on SpectrumBytime {
          rows dataLag completeIntervals truncated
          timeIntervals { start end complete }
          data {
            dimensions { event eventName appId coloName ipVersion }
            points { start end count bytesIngress bytesEgress durationAvg }
            ingress: values(metric: BYTES_INGRESS)
            egress: values(metric: BYTES_EGRESS)
          }
          totals { ...Metrics } min { ...Metrics } max { ...Metrics }
          freshness { status }
          messages { code message }
        }
        fragment Metrics on SpectrumMetrics { count bytesIngress bytesEgress }
        fragment Chart on CtTimeseries {
          meta { aggInterval lastUpdated normalization units { name value } confidenceInfo { level annotations { description startDate endDate } } }
          series { name points { timestamp value } timestamps values completePoints }
          freshness { status }
        }
        """;

    /// <summary>A week of quarters of an hour of twenty series: as much as one call to Radar may return.</summary>
    public static string WeekOfTwentySeries { get; } =
        $$"""{"series":[{{Repeat(20, i => $$"""{"name":"s{{i}}","dateStart":"2026-01-01T00:00:00Z","dateEnd":"2026-01-08T00:00:00Z"}""", ",")}}]}""";

    public static IReadOnlyList<(string Name, string Document, string Variables)> All { get; } =
    [
        ("ten panels with fragments", $$"""
            query Dashboard($zone: ID!, $since: DateTime, $until: DateTime, $withMessages: Boolean = true) {
              {{Repeat(6, i => $"spectrum{i}: spectrumBytime(zoneId: $zone, timeDelta: HOUR, since: $since, until: $until, dimensions: [COLO_NAME], limit: {i + 1}) {{ ...Panel messages @include(if: $withMessages) {{ pointer }} }}")}}
              {{Repeat(4, i => $"certificates{i}: ctTimeseries(aggInterval: ONE_HOUR, series: [{{ name: \"now\", dateStart: \"2026-01-08T00:00:00Z\", dateEnd: \"2026-01-1{i}T00:00:00Z\" }}, {{ name: \"before\", dateStart: \"2026-01-01T00:00:00Z\", dateEnd: \"2026-01-0{i + 3}T00:00:00Z\" }}]) {{ ...Chart }}")}}
            }
            {{Fragments}}
            """, $$"""{"zone":"{{GatewayApp.Zone}}","since":"2026-01-01T00:00:00Z","until":"2026-01-02T00:00:00Z"}"""),
        ("ten panels without fragments", $$"""
            {
              {{Repeat(10, i => $$"""
                panel{{i}}: spectrumBytime(zoneId: "{{GatewayApp.Zone}}", timeDelta: HOUR, since: "2026-01-01T00:00:00Z", until: "2026-01-02T00:00:00Z", dimensions: [COLO_NAME, EVENT], filters: "coloName==SFO", limit: {{i + 1}}) {
                  rows completeIntervals truncated timeIntervals { start end complete } totals { count bytesIngress bytesEgress durationAvg durationMedian }
                  data { dimensions { coloName event } in: values(metric: BYTES_INGRESS) out: values(metric: BYTES_EGRESS)
                  n: values(metric: COUNT) points { start end count bytesIngress bytesEgress durationAvg } } freshness { status } messages { message }
                }
                """)}}
            }
            """, "{}"),
        ("ten panels with filters, orders and pages", $$"""
            query($points: SpectrumPointFilterInput) {
              {{Repeat(10, i => $$"""
                panel{{i}}: spectrumBytime(zoneId: "{{GatewayApp.Zone}}", timeDelta: HOUR, since: "2026-01-01T00:00:00Z", until: "2026-01-02T00:00:00Z", dimensions: [COLO_NAME, EVENT], limit: {{i + 50}}) {
                  dataConnection(first: 5, order: [{ totals: { count: DESC } }], where: { dimensions: { event: { in: [CONNECT, DISCONNECT] } }, totals: { bytesEgress: { gt: 0 } } }) {
                    totalCount pageInfo { hasNextPage endCursor }
                    nodes { dimensions { coloName event } totals { count bytesIngress bytesEgress } points(where: $points) { start count } }
                  }
                }
                """)}}
            }
            """, """{"points":{"complete":{"eq":true}}}"""),
        ("ten panels by variables, with names", $$"""
            query($first: Int, $where: SpectrumRowFilterInput, $order: [SpectrumRowSortInput!], $points: SpectrumPointFilterInput, $down: [SpectrumPointSortInput!]) {
              {{Repeat(10, i => $$"""
                panel{{i}}: spectrumBytime(zoneId: "{{GatewayApp.Zone}}", timeDelta: HOUR, since: "2026-01-01T00:00:00Z", until: "2026-01-02T00:00:00Z", dimensions: [COLO_NAME, EVENT, APP_ID], limit: {{i + 50}}) {
                  dataConnection(first: $first, where: $where, order: $order) { totalCount pageInfo { hasNextPage endCursor } nodes { ...Row } }
                }
                """)}}
            }
            fragment Row on SpectrumRow {
              dimensions { coloName event appId app { dnsName protocol } } totals { count bytesIngress bytesEgress }
              points(where: $points, order: $down) { start count bytesEgress }
            }
            """, """
            { "first": 10, "order": [{ "totals": { "count": "DESC" } }, { "dimensions": { "coloName": "ASC" } }], "down": { "count": "DESC" },
              "where": { "dimensions": { "event": { "in": ["CONNECT", "DISCONNECT"] }, "coloName": { "neq": "SFO" } },
                         "or": [{ "totals": { "bytesEgress": { "gt": 0 } } }, { "totals": { "bytesIngress": { "gte": 1000 } } }] },
              "points": { "complete": { "eq": true }, "count": { "gt": 0 } } }
            """),
        ("a page of fifty rows with points", $$"""
            query($first: Int, $after: String) {
              spectrumBytime(zoneId: "{{GatewayApp.Zone}}", timeDelta: HOUR, since: "2026-01-01T00:00:00Z", until: "2026-01-08T00:00:00Z", dimensions: [EVENT, APP_ID, COLO_NAME]) {
                dataConnection(first: $first, after: $after, order: [{ totals: { bytesEgress: DESC } }]) {
                  totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                  nodes {
                    dimensions { event eventName appId coloName ipVersion app { id dnsName protocol trafficType } } totals { count bytesIngress bytesEgress }
                    points(where: { complete: { eq: true } }, order: { start: DESC }) { start end count bytesIngress bytesEgress durationAvg }
                  }
                }
              }
            }
            """, """{ "first": 50 }"""),
        ("one zone's tables with names", $$"""
            query($name: String!) {
              zone(id: "{{GatewayApp.Zone}}") {
                spectrumSummary(since: "2026-01-01T00:00:00Z", until: "2026-01-08T00:00:00Z", dimensions: [APP_ID, COLO_NAME, EVENT]) {
                  data(where: { totals: { durationAvg: { gt: 0 }, count: { gte: 10 } } }, order: [{ totals: { count: DESC } }]) { ...Row }
                  dataConnection(first: 50, where: { dimensions: { coloName: { startsWith: "S" } } }, order: [{ totals: { bytesEgress: DESC } }, { totals: { count: ASC } }]) {
                    totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ...Row } }
                  }
                }
                spectrumCurrent { apps { appId connections bytesIngress bytesEgress durationAvg app { ...App } } }
                spectrumApps {
                  apps(last: 50, where: { or: [{ dnsName: { contains: $name } }, { protocol: { startsWith: $name } }] }, order: [{ dnsName: ASC }]) { totalCount nodes { ...App } }
                }
              }
            }
            fragment Row on SpectrumSummaryRow {
              dimensions { event appId coloName ipVersion app { ...App } }
              totals { count bytesIngress bytesEgress durationAvg durationMedian duration90th duration99th }
            }
            fragment App on SpectrumApp { id dnsName dnsType protocol createdOn modifiedOn trafficType tls }
            """, """{ "name": "example" }"""),
        ("tables of twenty zones, sorted", """
            query($ids: [ID!]!, $since: DateTime, $until: DateTime, $first: Int = 10) {
              zones(ids: $ids) {
                id
                spectrumSummary(since: $since, until: $until, dimensions: [EVENT, COLO_NAME]) {
                  dataConnection(first: $first, where: { dimensions: { event: { neq: UNKNOWN } } }, order: [{ totals: { count: DESC } }]) {
                    totalCount nodes { dimensions { event coloName } totals { count bytesIngress bytesEgress durationAvg } }
                  }
                }
              }
            }
            """, Zones(20)),
        ("both fields, with the CSV", Benchmarks.Documents.Dashboard,
            $$"""{"zone":"{{GatewayApp.Zone}}","since":"2026-01-01T00:00:00Z","until":"2026-01-02T00:00:00Z","csv":true,{{WeekOfTwentySeries[1..]}}"""),
        ("points of twenty series", Benchmarks.Documents.Volume, WeekOfTwentySeries),
        ("all of one Radar field", """
            query($series: [CtSeriesInput!]) {
              ctTimeseries(aggInterval: FIFTEEN_MINUTES, series: $series) {
                meta {
                  aggInterval lastUpdated normalization dateRange { startTime endTime } units { name value }
                  confidenceInfo { level annotations { dataSource description endDate eventType isInstantaneous linkedUrl startDate tags } }
                }
                series { name points { timestamp value complete } timestamps values completePoints }
                messages { code message documentationUrl pointer }
                freshness { status }
                csv
              }
            }
            """, WeekOfTwentySeries),
        ("all of groups", """
            {
              ctTimeseriesGroups(dimension: TLD, limitPerGroup: 15, aggInterval: ONE_HOUR, series: [
                { name: "now", dateStart: "2026-01-08T00:00:00Z", dateEnd: "2026-01-15T00:00:00Z" },
                { name: "before", dateStart: "2026-01-01T00:00:00Z", dateEnd: "2026-01-08T00:00:00Z" }]) {
                meta {
                  aggInterval lastUpdated normalization dateRange { startTime endTime } units { name value }
                  confidenceInfo { level annotations { dataSource description endDate eventType isInstantaneous linkedUrl startDate tags } }
                }
                series {
                  name aggInterval dateRange { startTime endTime } lastUpdated unit timestamps completePoints
                  groups { key total values points { timestamp value complete } }
                }
                messages { code message documentationUrl pointer }
                freshness { status }
                csv
              }
            }
            """, "{}"),
        ("the whole catalogue", """
            query($where: CtAuthorityFilterInput, $after: String) {
              ctAuthorities {
                authorities(first: 50, after: $after, where: $where, order: [{ owner: ASC }, { name: ASC }]) {
                  totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                  nodes { id name owner country countryName certificateRecordType parentName parentId revocationStatus }
                }
                messages { code message documentationUrl pointer } freshness { status fetchedAt ageSeconds expiresAt }
              }
              ctLogs {
                logs(first: 50, where: { state: { in: [USABLE, QUALIFIED, READ_ONLY] } }, order: [{ operator: ASC }, { id: ASC }]) {
                  totalCount pageInfo { hasNextPage endCursor }
                  nodes { id description operator api state stateTimestamp startInclusive endExclusive url }
                }
                messages { code message } freshness { status }
              }
              ctAuthority(id: "24EDD4E503A8D3FDB5FFB4AF66C887359901CBE687A5A0760D10A08EED99A7C3") {
                id authority { id name owner country } appleStatus chromeStatus microsoftStatus mozillaStatus
                authorityKeyIdentifier subjectKeyIdentifier validFrom validTo related { id name certificateRecordType revocationStatus }
              }
              ctLog(id: "argon2026h1") {
                id log { description operator api state url } avgThroughput lastUpdate submittableCertCount submittedCertCount
                performance { uptime responseTime endpoints { endpoint uptime responseTime } } related { id description state }
              }
            }
            """, """{"where":{"revocationStatus":{"eq":"NOT_REVOKED"}}}"""),
        ("groups, filtered and sorted", """
            query($least: Float, $points: CtPointFilterInput) {
              ctTimeseriesGroups(dimension: CA_OWNER, limitPerGroup: 15, aggInterval: ONE_HOUR, series: [
                { name: "now", dateStart: "2026-01-08T00:00:00Z", dateEnd: "2026-01-15T00:00:00Z" },
                { name: "before", dateStart: "2026-01-01T00:00:00Z", dateEnd: "2026-01-08T00:00:00Z" }]) {
                series {
                  name timestamps
                  groups(where: { key: { nin: ["other", "Litware"] }, total: { gte: $least } }, order: [{ key: ASC }]) {
                    key total points(where: $points) { timestamp value }
                  }
                }
              }
              ctSummary(dimension: CA_OWNER, limitPerGroup: 15, series: [{ dateStart: "2026-01-08T00:00:00Z", dateEnd: "2026-01-15T00:00:00Z" }]) {
                series { groups(where: { value: { gte: $least } }, order: [{ key: ASC }]) { key value } }
              }
            }
            """, """{"least":1,"points":{"complete":{"eq":true}}}"""),
        ("certificates by fourteen", $$"""
            {
              {{Repeat(14, i => $$"""
                panel{{i}}: ctSummary(dimension: {{Enum.GetNames<Gateway.Radar.Inputs.CtDimension>()[i]}}, series: [
                  { name: "now", dateStart: "2026-01-08T00:00:00Z", dateEnd: "2026-01-15T00:00:00Z" },
                  { name: "before", dateStart: "2026-01-01T00:00:00Z", dateEnd: "2026-01-08T00:00:00Z" }]) {
                  meta { lastUpdated normalization units { name value } confidenceInfo { level annotations { description startDate endDate } } }
                  series { name dateRange { startTime endTime } lastUpdated unit groups { key value } } csv freshness { status } messages { message }
                }
                """)}}
            }
            """, "{}"),
        ("all of one Spectrum field", $$"""
            {
              spectrumBytime(zoneId: "{{GatewayApp.Zone}}", timeDelta: HOUR, since: "2026-01-01T00:00:00Z", until: "2026-01-08T00:00:00Z", dimensions: [EVENT, APP_ID, COLO_NAME, IP_VERSION]) {
                rows truncated completeIntervals dataLag timeIntervals { start end complete } totals { ...M } min { ...M } max { ...M }
                data {
                  dimensions { event eventName appId coloName ipVersion }
                  points { start end complete count bytesIngress bytesEgress durationAvg durationMedian duration90th duration99th }
                  c: values(metric: COUNT) i: values(metric: BYTES_INGRESS) e: values(metric: BYTES_EGRESS) a: values(metric: DURATION_AVG)
                }
                query { dimensions metrics filters limit since until sort }
                messages { code message documentationUrl pointer }
                freshness { status }
                csv
              }
            }
            fragment M on SpectrumMetrics { count bytesIngress bytesEgress durationAvg durationMedian duration90th duration99th }
            """, "{}"),
        ("tiles of twenty zones", """
            query($ids: [ID!]!, $since: DateTime, $until: DateTime) {
              zones(ids: $ids) {
                id
                spectrumSummary(since: $since, until: $until, dimensions: [EVENT, COLO_NAME], sort: [COUNT_DESC], limit: 10) {
                  data { dimensions { event eventName appId coloName ipVersion } totals { ...M } } totals { ...M } min { ...M } max { ...M }
                  rows truncated dataLag query { dimensions metrics filters limit since until sort } messages { message } freshness { status } csv
                }
              }
            }
            fragment M on SpectrumMetrics { count bytesIngress bytesEgress durationAvg durationMedian duration90th duration99th }
            """, Zones(20)),
        ("charts and tiles of ten zones", """
            query($ids: [ID!]!, $since: DateTime, $until: DateTime) {
              zones(ids: $ids) {
                id
                spectrumBytime(timeDelta: HOUR, since: $since, until: $until, dimensions: [COLO_NAME], limit: 5) {
                  data { dimensions { coloName } points { start count } values(metric: BYTES_EGRESS) } completeIntervals freshness { status }
                }
                spectrumSummary(since: $since, until: $until) { totals { count bytesIngress bytesEgress durationAvg duration99th } }
              }
            }
            """, Zones(10)),
        ("all of a zone's applications", $$"""
            {
              zone(id: "{{GatewayApp.Zone}}") {
                spectrumApps {
                  apps(first: 50) {
                    totalCount pageInfo { endCursor hasNextPage }
                    nodes {
                      id dnsName dnsType protocol createdOn modifiedOn trafficType tls proxyProtocol edgeIps { type connectivity ips }
                      originDirect originDns { name ttl type } originPort argoSmartRouting ipFirewall virtualNetworkId
                    }
                  }
                  truncated messages { message } freshness { status }
                }
                spectrumCurrent { apps { appId connections bytesIngress bytesEgress durationAvg } messages { message } freshness { status } }
              }
            }
            """, "{}"),
        ("introspection by clients", """
            query IntrospectionQuery {
              __schema {
                description queryType { name } mutationType { name } subscriptionType { name }
                types { ...FullType } directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
              }
            }
            fragment FullType on __Type {
              kind name description specifiedByURL isOneOf
              fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
              inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeRef }
              enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef }
            }
            fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
            fragment TypeRef on __Type {
              kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
            }
            """, "{}"),
    ];

    private static string Zones(int count) =>
        $$"""{"ids":[{{Repeat(count, i => $"\"{i:x32}\"", ",")}}],"since":"2026-01-01T00:00:00Z","until":"2026-01-02T00:00:00Z"}""";

    public static string Repeat(int count, Func<int, string> part, string separator = "\n") =>
        string.Join(separator, Enumerable.Range(0, count).Select(part));
}
