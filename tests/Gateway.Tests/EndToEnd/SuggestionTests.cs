using System.Text.Json.Nodes;

namespace Gateway.Tests.EndToEnd;

/// <summary>A mistyped name in a variable gets the suggestion that one in a literal gets, over real HTTP.</summary>
[Trait("Gateway", "Engine")]
public sealed class SuggestionTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    [Theory]
    [InlineData("$v: SpectrumTimeDelta!", "timeDelta: $v", "\"HUOR\"", "Variable `$v` expects a value of the enum `SpectrumTimeDelta`, not \"HUOR\". Did you mean `HOUR`?")]
    [InlineData("$v: SpectrumTimeDelta!", "timeDelta: $v", "\"day\"", "Variable `$v` expects a value of the enum `SpectrumTimeDelta`, not \"day\". Did you mean `DAY`?")]
    [InlineData("$v: SpectrumTimeDelta!", "timeDelta: $v", "\"perpendicular\"", "Variable `$v` expects a value of the enum `SpectrumTimeDelta`, not \"perpendicular\".")]
    [InlineData("$v: SpectrumTimeDelta!", "timeDelta: $v", "7", "Variable `$v` expects a value of the enum `SpectrumTimeDelta`, not 7.")]
    [InlineData("$v: [SpectrumMetric!]", "timeDelta: HOUR, metrics: $v", "[\"COUNT\",\"BYTES_IGRESS\"]", "Variable `$v`, at `1`, expects a value of the enum `SpectrumMetric`, not \"BYTES_IGRESS\". Did you mean `BYTES_EGRESS` or `BYTES_INGRESS`?")]
    [InlineData("$v: SpectrumWhereInput", "timeDelta: HOUR, where: $v", "{\"colName\":{\"eq\":\"SFO\"}}", "Variable `$v` has no field `colName` (`SpectrumWhereInput`). Did you mean `coloName`?")]
    [InlineData("$v: SpectrumWhereInput", "timeDelta: HOUR, where: $v", "{\"or\":[{\"event\":{\"inn\":[\"CONNECT\"]}}]}", "Variable `$v`, at `or.0.event`, has no field `inn` (`SpectrumEventComparisonInput`). Did you mean `in`?")]
    [InlineData("$v: SpectrumWhereInput", "timeDelta: HOUR, where: $v", "{\"event\":{\"in\":[\"CONECT\"]}}", "Variable `$v`, at `event.in.0`, expects a value of the enum `SpectrumEvent`, not \"CONECT\". Did you mean `CONNECT`?")]
    public async Task A_mistyped_name_in_a_variable_is_told_the_similar_ones(string variable, string arguments, string json, string message)
    {
        var query = $"query($zone: ID!, {variable}) {{ spectrumBytime(zoneId: $zone, {arguments}) {{ rows }} }}";
        var answer = await app.AskAsync(query, new { zone = GatewayApp.Zone, v = JsonNode.Parse(json) });
        answer.Message().ShouldBe(message);
    }

    [Theory]
    [InlineData("timeDelta: HUOR", "`SpectrumTimeDelta` expects one of its values, not HUOR. Did you mean `HOUR`?")]
    [InlineData("timeDelta: HOUR, where: { colName: { eq: \"SFO\" } }", "The input object `SpectrumWhereInput` has no field `colName`. Did you mean `coloName`?")]
    public async Task So_is_one_in_a_literal(string arguments, string message) =>
        (await app.AskAsync($"{{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", {arguments}) {{ rows }} }}")).Message().ShouldBe(message);

    [Fact]
    public async Task Where_suggestions_are_off_a_variable_gets_none()
    {
        await using var quiet = new GatewayApp { Setup = ("Development", [("GraphQL:Suggestions", "false")]) };
        await quiet.InitializeAsync();
        const string Query = "query($zone: ID!, $delta: SpectrumTimeDelta!, $where: SpectrumWhereInput) { spectrumBytime(zoneId: $zone, timeDelta: $delta, where: $where) { rows } }";
        (await quiet.AskAsync(Query, new { zone = GatewayApp.Zone, delta = "HUOR" })).Message()
            .ShouldBe("Variable `$delta` expects a value of the enum `SpectrumTimeDelta`, not \"HUOR\".");
        (await quiet.AskAsync(Query, new { zone = GatewayApp.Zone, delta = "HOUR", where = new { colName = new { eq = "SFO" } } })).Message()
            .ShouldBe("Variable `$where` has no field `colName` (`SpectrumWhereInput`).");
    }
}
