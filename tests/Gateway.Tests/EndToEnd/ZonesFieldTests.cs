using System.Text.Json.Nodes;

namespace Gateway.Tests.EndToEnd;

public sealed class ZonesFieldTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private const string Other = "f1e2d3c4b5a697887766554433221100";
    private const string Window = "since: \"2026-01-01T00:00:00Z\", until: \"2026-01-01T03:00:00Z\"";

    [Fact]
    public async Task The_fields_of_a_zone_answer_as_those_of_the_query()
    {
        const string Bytime = $"timeDelta: HOUR, {Window}, dimensions: [EVENT], sort: [COUNT_DESC], limit: 2";
        const string Summary = $"{Window}, filters: \"coloName==SFO\", metrics: [BYTES_EGRESS, COUNT]";
        const string Chart = "{ rows data { dimensions { event } points { start count } values(metric: BYTES_INGRESS) } query { metrics limit } }";
        const string Tile = "{ rows totals { count bytesEgress durationAvg } data { totals { count } } }";
        var answer = (await app.AskAsync($$"""
            {
              spectrumBytime(zoneId: "{{GatewayApp.Zone}}", {{Bytime}}) {{Chart}}
              spectrumSummary(zoneId: "{{GatewayApp.Zone}}", {{Summary}}) {{Tile}}
              zone(id: "{{GatewayApp.Zone}}") {
                id
                spectrumBytime({{Bytime}}) {{Chart}}
                spectrumSummary({{Summary}}) {{Tile}}
                spectrumCurrent(coloName: "SFO") { apps { appId } }
              }
            }
            """)).Data();
        var zone = answer["zone"]!;
        zone["id"]!.GetValue<string>().ShouldBe(GatewayApp.Zone);
        zone["spectrumBytime"].Compact().ShouldBe(answer["spectrumBytime"].Compact());
        zone["spectrumSummary"].Compact().ShouldBe(answer["spectrumSummary"].Compact());
        zone["spectrumCurrent"]!["apps"]!.AsArray().Count.ShouldBeGreaterThan(0);
        app.Sandbox.Calls.Last.Count(call => call.Path.EndsWith("/bytime", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Zones_come_in_the_order_asked_each_with_its_own_data()
    {
        string[] ids = [Other, GatewayApp.Zone.ToUpperInvariant(), .. Enumerable.Range(0, 18).Select(i => $"{i:x32}")];
        var query = $"query($ids: [ID!]!) {{ zones(ids: $ids) {{ id spectrumSummary({Window}) {{ totals {{ count }} freshness {{ status }} }} }} }}";
        var token = ("Authorization", "Bearer a-token-of-many-zones");
        var zones = (await app.AskAsync(query, new { ids }, token)).Data()["zones"]!.AsArray();
        zones.Select(zone => zone!["id"]!.GetValue<string>()).ShouldBe(ids.Select(id => id.ToLowerInvariant()));
        zones.Select(Count).Distinct().Count().ShouldBe(20);

        var alone = (await app.AskAsync($"{{ spectrumSummary(zoneId: \"{Other}\", {Window}) {{ totals {{ count }} freshness {{ status }} }} }}", null, token)).Data();
        alone["spectrumSummary"]!["totals"]!["count"].Compact().ShouldBe(Count(zones[0]));
        alone["spectrumSummary"]!["freshness"]!["status"]!.GetValue<string>().ShouldBe("HIT");

        // The same document with the same variables is prepared already, and has a memo for each zone.
        var again = (await app.AskAsync(query, new { ids }, token)).Data()["zones"]!.AsArray();
        again.Select(Count).ShouldBe(zones.Select(Count));
        again.Select(zone => zone!["spectrumSummary"]!["freshness"]!["status"]!.GetValue<string>()).Distinct().ShouldBe(["HIT"]);

        static string Count(JsonNode? zone) => zone!["spectrumSummary"]!["totals"]!["count"].Compact();
    }

    [Fact]
    public async Task Each_zone_fails_by_itself()
    {
        var answer = await app.AskAsync(
            $"{{ zones(ids: [\"{GatewayApp.Zone}\", \"{Other}\"]) {{ id spectrumSummary({Window}) {{ rows }} }} }}",
            null,
            ("Authorization", $"Bearer sandbox-token-forbidden.in-{Other}"));
        answer["errors"]!.AsArray().Single()!["path"].Compact().ShouldBe("""["zones",1,"spectrumSummary"]""");
        answer.Refusal().Code().ShouldBe("FORBIDDEN");
        answer["data"]!["zones"]![0]!["spectrumSummary"]!["rows"]!.GetValue<int>().ShouldBeGreaterThan(0);
        answer["data"]!["zones"]![1].Compact().ShouldBe($$"""{"id":"{{Other}}","spectrumSummary":null}""");
    }

    [Theory]
    [InlineData("zone(id: \"example.com\")", "id")]
    [InlineData("zones(ids: [\"023e105f4ecef8ad9ca31a8372d0c353\", \"example.com\"])", "ids")]
    [InlineData("zones(ids: [])", "ids")]
    [InlineData("zones(ids: [\"023e105f4ecef8ad9ca31a8372d0c353\", \"023E105F4ECEF8AD9CA31A8372D0C353\"])", "ids")]
    public async Task A_wrong_id_is_named_and_nothing_is_asked(string field, string argument)
    {
        var before = app.Sandbox.Calls.Last.Count;
        var answer = await app.AskAsync($"{{ {field} {{ id spectrumSummary {{ rows }} }} }}");
        answer.Refusal().Code().ShouldBe("BAD_USER_INPUT");
        answer.Refusal()["argument"]!.GetValue<string>().ShouldBe(argument);
        answer["errors"]![0]!["message"]!.GetValue<string>().ShouldContain($"`{argument}");
        app.Sandbox.Calls.Last.Count.ShouldBe(before);
    }

    [Fact]
    public async Task More_than_twenty_zones_are_refused()
    {
        var ids = Enumerable.Range(0, 21).Select(i => $"{i:x32}");
        (await app.AskAsync("query($ids: [ID!]!) { zones(ids: $ids) { id } }", new { ids })).Refusal()["argument"]!.GetValue<string>().ShouldBe("ids");
    }

    [Fact]
    public async Task Every_call_at_any_depth_counts()
    {
        var before = app.Sandbox.Calls.Last.Count;
        var ids = Enumerable.Range(0, 10).Select(i => $"{i:x32}").ToArray();
        var three = $"query($ids: [ID!]!) {{ zones(ids: $ids) {{ spectrumSummary {{ rows }} spectrumCurrent {{ apps {{ appId }} }} spectrumBytime(timeDelta: HOUR, {Window}) {{ rows }} }} }}";
        (await app.AskAsync(three, new { ids })).Refusal()["calls"]!.GetValue<int>().ShouldBe(30);
        app.Sandbox.Calls.Last.Count.ShouldBe(before);

        // Equal requests count once, wherever they stand.
        var same = string.Join(' ', ids.Select((id, i) => $"a{i}: zone(id: \"{id}\") {{ spectrumSummary {{ rows }} }} b{i}: spectrumSummary(zoneId: \"{id}\") {{ rows }}"));
        (await app.AskAsync($"query($ids: [ID!]!) {{ zones(ids: $ids) {{ spectrumSummary {{ rows }} spectrumCurrent {{ apps {{ appId }} }} }} {same} }}", new { ids })).Data();
        (await app.AskAsync($"query($ids: [ID!]!) {{ zones(ids: $ids) {{ spectrumSummary {{ rows }} spectrumCurrent {{ apps {{ appId }} }} }} {same} more: spectrumSummary(zoneId: \"{Other}\") {{ rows }} }}", new { ids }))
            .Refusal()["calls"]!.GetValue<int>().ShouldBe(21);
    }

    [Fact]
    public async Task Fields_of_a_zone_with_wrong_arguments_fail_for_each_zone()
    {
        var answer = await app.AskAsync($"{{ zones(ids: [\"{GatewayApp.Zone}\", \"{Other}\"]) {{ spectrumSummary(limit: 0) {{ rows }} }} }}");
        answer["errors"]!.AsArray().Select(error => error!["extensions"]!["argument"]!.GetValue<string>()).ShouldBe(["limit", "limit"]);
    }
}
