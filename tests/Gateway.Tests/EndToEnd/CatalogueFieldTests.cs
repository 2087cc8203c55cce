using System.Text.Json.Nodes;
using Gateway.Sandbox;

namespace Gateway.Tests.EndToEnd;

/// <summary>Authorities and logs, over real HTTP.</summary>
public sealed class CatalogueFieldTests : IAsyncLifetime
{
    private const string Root = "24EDD4E503A8D3FDB5FFB4AF66C887359901CBE687A5A0760D10A08EED99A7C3";

    private readonly GatewayApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("ctAuthorities { freshness { status } }", "/radar/ct/authorities", "limit=1000&offset=0")]
    [InlineData("ctLogs { freshness { status } }", "/radar/ct/logs", "limit=1000&offset=0")]
    [InlineData($"ctAuthority(id: \"{Root}\") {{ id }}", "/radar/ct/authorities/" + Root, "")]
    [InlineData("ctAuthority(id: \"24edd4e503a8d3fdb5ffb4af66c887359901cbe687a5a0760d10a08eed99a7c3\") { id }", "/radar/ct/authorities/" + Root, "")]
    [InlineData("ctLog(id: \"argon2024\") { id }", "/radar/ct/logs/argon2024", "")]
    public async Task Every_argument_reaches_the_wire(string field, string path, string query)
    {
        (await AskAsync(field)).Data();
        (_app.Sandbox.Calls.Last[^1].Path, _app.LastQuery).ShouldBe(("/client/v4" + path, query));
    }

    [Fact]
    public async Task Lists_have_the_values_of_filters_and_the_keys_of_groups()
    {
        var data = (await AskAsync("""
            ctAuthorities { authorities(first: 50) { nodes { id name owner country countryName certificateRecordType parentName parentId revocationStatus } } messages { message } }
            ctLogs { logs { nodes { id description operator api state stateTimestamp startInclusive endExclusive url } } messages { message } }
            owners: ctSummary(dimension: CA_OWNER) { series { groups { key } } }
            logs: ctSummary(dimension: LOG) { series { groups { key } } }
            """)).Data();
        var (authorities, logs) = (data["ctAuthorities"]!["authorities"]!["nodes"]!.AsArray(), data["ctLogs"]!["logs"]!["nodes"]!.AsArray());
        authorities[0].Compact().ShouldBe($$"""{"id":"{{Root}}","name":"Northwind Root X1","owner":"Northwind Trust","country":"US","countryName":"United States","certificateRecordType":"ROOT_CERTIFICATE","parentName":null,"parentId":null,"revocationStatus":"NOT_REVOKED"}""");
        ((string)authorities[1]!["parentId"]!).ShouldBe(Root);
        logs[0].Compact().ShouldBe("""{"id":"argon2024","description":"Contoso 'argon2024' log","operator":"Contoso","api":"RFC6962","state":"RETIRED","stateTimestamp":"2025-06-01T00:00:00Z","startInclusive":"2026-01-01T00:00:00Z","endExclusive":"2026-07-01T00:00:00Z","url":"https://argon2024.example.com/"}""");
        Keys("owners").ShouldBeSubsetOf(authorities.Select(one => (string)one!["owner"]!));
        Keys("logs").ShouldBeSubsetOf(logs.Select(one => (string)one!["id"]!));

        IEnumerable<string> Keys(string field) => data[field]!["series"]![0]!["groups"]!.AsArray().Select(group => (string)group!["key"]!);
    }

    [Fact]
    public async Task Details_have_all_that_Cloudflare_tells()
    {
        var data = (await AskAsync($$"""
            ctAuthority(id: "{{Root}}") {
              id authority { name } appleStatus chromeStatus microsoftStatus mozillaStatus authorityKeyIdentifier subjectKeyIdentifier validFrom validTo
              related { id name owner certificateRecordType revocationStatus } freshness { status } messages { message }
            }
            ctLog(id: "argon2026h1") {
              id log { operator } avgThroughput lastUpdate performance { uptime responseTime endpoints { endpoint uptime responseTime } }
              submittableCertCount submittedCertCount related { id state operator } freshness { status } messages { message }
            }
            retired: ctLog(id: "argon2024") { performance { uptime } submittedCertCount }
            """)).Data();
        var authority = data["ctAuthority"]!;
        authority["related"]!.AsArray().Count.ShouldBe(4);
        authority["related"]![0]!["owner"].ShouldBeNull();
        authority.AsObject().Remove("related");
        authority.Compact().ShouldBe($$"""{"id":"{{Root}}","authority":{"name":"Northwind Root X1"},"appleStatus":"INCLUDED","chromeStatus":"INCLUDED","microsoftStatus":"INCLUDED","mozillaStatus":"INCLUDED","authorityKeyIdentifier":"{{Root[..40]}}","subjectKeyIdentifier":"{{Root[..40]}}","validFrom":"2024-03-13","validTo":"2027-03-12","freshness":{"status":"MISS"},"messages":[]}""");
        data["ctLog"].Compact().ShouldBe("""{"id":"argon2026h1","log":{"operator":"Contoso"},"avgThroughput":70560,"lastUpdate":"2026-01-01T00:00:00Z","performance":{"uptime":99.98,"responseTime":212.5,"endpoints":[{"endpoint":"get-sth","uptime":99.99,"responseTime":80}]},"submittableCertCount":1000000,"submittedCertCount":210000,"related":[{"id":"argon2024","state":"RETIRED","operator":null},{"id":"xenon2026h1","state":"USABLE","operator":null}],"freshness":{"status":"MISS"},"messages":[]}""");
        data["retired"].Compact().ShouldBe("""{"performance":null,"submittedCertCount":null}""");
    }

    /// <summary>The 404 of these endpoints has no envelope.</summary>
    [Theory]
    [InlineData("ctAuthority(id: \"0000000000000000000000000000000000000000000000000000000000000000\") { id }", "ctAuthority")]
    [InlineData("ctLog(id: \"unheard-of\") { id }", "ctLog")]
    public async Task What_Cloudflare_does_not_know_is_null_and_not_found(string field, string name)
    {
        var answer = await AskAsync(field);
        answer.Refusal().Code().ShouldBe("NOT_FOUND");
        answer["data"]![name].ShouldBeNull();
    }

    [Theory]
    [InlineData("ctAuthority(id: \"24EDD4\") { id }", "64 hex digits")]
    [InlineData("ctAuthority(id: \"../../../../zones/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\") { id }", "64 hex digits")]
    [InlineData("ctLog(id: \"\") { id }", "slug of a log")]
    [InlineData("ctLog(id: \"..\") { id }", "slug of a log")]
    [InlineData("ctLog(id: \"a/b\") { id }", "slug of a log")]
    [InlineData("ctLog(id: \"a?limit=1\") { id }", "slug of a log")]
    public async Task What_is_no_id_never_leaves_the_gateway(string field, string message)
    {
        var answer = await AskAsync(field);
        (answer.Refusal().Code(), (string)answer.Refusal()["argument"]!).ShouldBe(("BAD_USER_INPUT", "id"));
        answer.Message().ShouldContain(message);
        _app.Sandbox.Calls.Last.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_of_several_pages_is_one_answer()
    {
        _app.Sandbox.Serve(SandboxEndpoint.CtAuthorities, 200, "application/json", Page(0, 1000));
        _app.Sandbox.Serve(SandboxEndpoint.CtAuthorities, 200, "application/json", Page(1000, 3));
        var authorities = (await AskAsync("ctAuthorities { authorities(first: 50) { totalCount nodes { id } } last: authorities(last: 5) { nodes { id } } }")).Data()["ctAuthorities"]!;
        ((int)authorities["authorities"]!["totalCount"]!).ShouldBe(1003);
        Ids(authorities["last"]).ShouldBe(Enumerable.Range(998, 5).Select(i => $"f{i}"));
        Ids(authorities["authorities"]).ShouldBe(Enumerable.Range(0, 50).Select(i => $"f{i}"));
        _app.Sandbox.Calls.Last.Select(call => call.Query).ShouldBe(["limit=1000&offset=0", "limit=1000&offset=1000"]);
    }

    [Fact]
    public async Task A_page_that_fails_fails_the_list()
    {
        _app.Sandbox.Serve(SandboxEndpoint.CtAuthorities, 200, "application/json", Page(0, 1000));
        _app.Sandbox.Serve(SandboxEndpoint.CtAuthorities, SandboxCredentials.Forbidden);
        (await AskAsync("ctAuthorities { authorities { nodes { id } } }")).Refusal().Code().ShouldBe("FORBIDDEN");
    }

    [Fact]
    public async Task An_answer_is_kept_for_hours()
    {
        foreach (var status in (string[])["MISS", "HIT", "HIT"])
        {
            var answer = await _app.AskAsync("{ ctLogs { freshness { status } } }", null, ("Authorization", "Bearer one-token"));
            ((string)answer.Data()["ctLogs"]!["freshness"]!["status"]!).ShouldBe(status);
        }

        _app.Sandbox.Calls.Count(SandboxEndpoint.CtLogs).ShouldBe(1);
        var origin = new Gateway.Radar.RadarCatalogueOrigin<string>(
            null!, null!, Microsoft.Extensions.Options.Options.Create(new Gateway.Radar.RadarOptions()), TimeProvider.System);
        origin.LifetimeOf(null!, null!).Fresh.ShouldBe(TimeSpan.FromHours(6));
    }

    /// <summary>An item without an id, or a value that is new or of the wrong kind, does not fail the others.</summary>
    [Fact]
    public async Task What_is_odd_is_left_out()
    {
        _app.Sandbox.Serve(SandboxEndpoint.CtLogs, 200, "application/json", """{"success":true,"result":{"certificateLogs":[{"slug":"a","state":"NEW","api":5,"url":{}},{"operator":"x"},7,null]}}""");
        (await AskAsync("ctLogs { logs { nodes { id state api url } } }")).Data()["ctLogs"]!["logs"]!["nodes"].Compact().ShouldBe("""[{"id":"a","state":"UNKNOWN","api":null,"url":null}]""");
        _app.Sandbox.Serve(SandboxEndpoint.CtLogs, 200, "application/json", """{"success":true,"result":{}}""");
        (await AskAsync("ctLogs { logs { nodes { id } } }")).Refusal().Code().ShouldBe("UPSTREAM_INVALID_RESPONSE");
    }

    [Fact]
    public async Task A_list_is_filtered_sorted_and_paged_without_a_call_of_its_own()
    {
        const string Fields = "{ id name owner country certificateRecordType }";
        (string Name, string Value) credential = ("Authorization", "Bearer a-list");
        var all = (await _app.AskAsync($"{{ ctAuthorities {{ authorities(first: 50) {{ nodes {Fields} }} }} }}", null, credential))
            .Data()["ctAuthorities"]!["authorities"]!["nodes"]!.AsArray();
        var expected = all.Where(static one => (string)one!["certificateRecordType"]! == "INTERMEDIATE_CERTIFICATE" && (string)one["country"]! != "DE")
            .OrderByDescending(static one => (string)one!["owner"]!, StringComparer.Ordinal).ThenBy(static one => (string)one!["name"]!, StringComparer.Ordinal)
            .Select(static one => one.Compact()).ToList();
        expected.Count.ShouldBe(8);
        var read = new List<string>();
        string? cursor = null;
        for (var more = true; more;)
        {
            var page = (await _app.AskAsync(
                $$"""
                query($after: String, $where: CtAuthorityFilterInput, $order: [CtAuthoritySortInput!]) {
                  ctAuthorities { authorities(first: 3, after: $after, where: $where, order: $order) {
                    totalCount nodes {{Fields}} edges { node { id } } pageInfo { hasNextPage endCursor }
                  } }
                }
                """,
                new
                {
                    after = cursor,
                    where = new { certificateRecordType = new { eq = "INTERMEDIATE_CERTIFICATE" }, country = new { neq = "DE" } },
                    order = new object[] { new { owner = "DESC" }, new { name = "ASC" } },
                },
                credential)).Data()["ctAuthorities"]!["authorities"]!;
            read.AddRange(page["nodes"]!.AsArray().Select(static one => one.Compact()));
            ((int)page["totalCount"]!).ShouldBe(8);
            page["edges"]!.AsArray().Select(static edge => (string)edge!["node"]!["id"]!).ShouldBe(Ids(page));
            (cursor, more) = ((string)page["pageInfo"]!["endCursor"]!, (bool)page["pageInfo"]!["hasNextPage"]!);
        }

        read.ShouldBe(expected);
        _app.Sandbox.Calls.Last.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Logs_are_filtered_and_sorted_alike()
    {
        var logs = (await AskAsync("""
            ctLogs {
              logs(where: { state: { in: [USABLE, READ_ONLY] }, api: { eq: RFC6962 }, operator: { contains: "o" } }, order: [{ id: DESC }]) { nodes { id } }
              old: logs(where: { stateTimestamp: { lt: "2025-01-01T00:00:00Z" } }) { totalCount nodes { id } pageInfo { endCursor } }
            }
            """)).Data()["ctLogs"]!;
        Ids(logs["logs"]).ShouldBe(["xenon2026h1", "argon2026h1"]);
        logs["old"].Compact().ShouldBe("""{"totalCount":0,"nodes":[],"pageInfo":{"endCursor":null}}""");
    }

    [Fact]
    public async Task A_cursor_is_a_place_in_one_answer()
    {
        (string Name, string Value) credential = ("Authorization", "Bearer a-cursor");
        var cursor = (string)(await _app.AskAsync("{ ctLogs { logs(first: 2) { pageInfo { endCursor } } } }", null, credential))
            .Data()["ctLogs"]!["logs"]!["pageInfo"]!["endCursor"]!;
        var next = $"{{ ctLogs {{ logs(first: 2, after: \"{cursor}\") {{ nodes {{ id }} }} }} }}";
        Ids((await _app.AskAsync(next, null, credential)).Data()["ctLogs"]!["logs"]).ShouldBe(["xenon2026h1", "wyvern2026h1"]);

        // A new answer with the same logs has the same places. Another list has others.
        var renewed = await _app.AskAsync(next, null, credential, ("Cache-Control", "no-cache"));
        Ids(renewed.Data()["ctLogs"]!["logs"]).ShouldBe(["xenon2026h1", "wyvern2026h1"]);
        var other = await _app.AskAsync($"{{ ctAuthorities {{ authorities(after: \"{cursor}\") {{ totalCount }} }} }}", null, credential);
        other.Refusal().Code().ShouldBe("HC0078");
        other.Message().ShouldContain("another answer");
    }

    [Theory]
    [InlineData("ctAuthorities { authorities(first: 51) { totalCount } }", "`first` is 51; 50 is the most.")]
    [InlineData("ctLogs { logs(last: 51) { totalCount } }", "`last` is 51; 50 is the most.")]
    public async Task A_page_has_fifty_items_at_most(string field, string message)
    {
        var answer = await AskAsync(field);
        (answer.Refusal().Code(), answer.Message()).ShouldBe(("HC0051", message));
    }

    private static IEnumerable<string> Ids(JsonNode? page) => page!["nodes"]!.AsArray().Select(static one => (string)one!["id"]!);

    private static string Page(int first, int count)
    {
        var items = Enumerable.Range(first, count).Select(i => $"{{\"sha256Fingerprint\":\"f{i}\"}}");
        return "{\"success\":true,\"result\":{\"certificateAuthorities\":[" + string.Join(',', items) + "]}}";
    }

    private Task<JsonNode> AskAsync(string fields) => _app.AskAsync($"{{ {fields} }}");
}
