using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Tests.EndToEnd;

namespace Gateway.Tests.Limits;

/// <summary>What a limit allows, and the least that it refuses. <see cref="SettingsTests"/> has more of them.</summary>
public sealed class EdgeTests(ProductionApp app) : IClassFixture<ProductionApp>
{
    private const string Priced = """
        query($first: Int, $where: CtLogFilterInput, $order: [CtLogSortInput!]) {
          ctLogs { logs(first: $first, where: $where, order: $order) { nodes { id } } }
          ctTimeseries(dateRange: "7d") { series { points(where: { value: { gt: 1 } }) { value } } }
        }
        """;

    private const string Variables = """{"first":7,"where":{"or":[{"id":{"eq":"a"}},{"operator":{"contains":"b"}}]},"order":[{"id":"ASC"}]}""";

    private static readonly string Large =
        $"{{ {Dashboards.Repeat(3, i => $"a{i}: spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: MINUTE, since: \"2026-01-01T00:00:00Z\", until: \"2026-01-02T00:00:00Z\") {{ csv }}")} }}";

    [Theory]
    [InlineData("FieldCost", "fieldCost")]
    [InlineData("TypeCost", "typeCost")]
    public async Task An_operation_may_cost_as_much_as_is_set(string setting, string name)
    {
        var cost = await CostOf(Priced, Variables);
        var limit = (int)cost[name]!;
        limit.ShouldBeGreaterThan(1);

        (await WithAsync($"GraphQL:Limits:{setting}", limit, edge => edge.PostAsync(Priced, Variables))).Json.Data();
        var beyond = await WithAsync($"GraphQL:Limits:{setting}", limit - 1, edge => edge.PostAsync(Priced, Variables));
        beyond.Status.ShouldBe(422);
        beyond.Code.ShouldBe("HC0047", beyond.Text);
    }

    [Theory]
    [InlineData(Variables, """{ ctLogs { logs(first: 7, where: { or: [{ id: { eq: "a" } }, { operator: { contains: "b" } }] }, order: [{ id: ASC }]) { nodes { id } } } ctTimeseries(dateRange: "7d") { series { points(where: { value: { gt: 1 } }) { value } } } }""")]
    [InlineData("""{"first":7}""", """{ ctLogs { logs(first: 7, where: null, order: null) { nodes { id } } } ctTimeseries(dateRange: "7d") { series { points(where: { value: { gt: 1 } }) { value } } } }""")]
    [InlineData("""{"first":-7000,"where":{},"order":[]}""", """{ ctLogs { logs(first: 0, where: {}, order: []) { nodes { id } } } ctTimeseries(dateRange: "7d") { series { points(where: { value: { gt: 1 } }) { value } } } }""")]
    public async Task What_is_in_variables_costs_what_it_costs_in_the_document(string variables, string document)
    {
        (await CostOf(Priced, variables)).Compact().ShouldBe((await CostOf(document, "{}")).Compact());
    }

    [Fact]
    public async Task An_answer_may_be_as_large_as_is_set()
    {
        var whole = await app.PostAsync(Large);
        whole.Json.Data();

        // It ends when all data has been written.
        var size = whole.Text.Length - "}}".Length;
        size.ShouldBeGreaterThan(64 * 1024);

        (await WithAsync("GraphQL:Limits:MaxResponseBytes", size, edge => edge.PostAsync(Large))).Json.Data();
        (await WithAsync("GraphQL:Limits:MaxResponseBytes", size - 1, edge => edge.PostAsync(Large))).Code.ShouldBe("RESPONSE_TOO_LARGE");
    }

    [Theory]
    [InlineData("OfTypeDepth", 2, "ofType { ", 2)]
    [InlineData("IntrospectionDepth", 1, "fields { type { ", 1)]
    [InlineData("IntrospectionDepth", 2, "fields { type { ", 2)]
    public async Task An_introspection_may_be_as_deep_as_is_set(string setting, int limit, string level, int most)
    {
        for (var levels = most; levels <= most + 1; levels++)
        {
            var braces = string.Concat(Enumerable.Repeat(" }", levels * level.Count(character => character == '{')));
            var document = $"{{ __type(name: \"Query\") {{ {string.Concat(Enumerable.Repeat(level, levels))}name{braces} }} }}";
            await using var edge = new ProductionApp(("GraphQL:Introspection", "true"), ($"GraphQL:Limits:{setting}", limit.ToString(CultureInfo.InvariantCulture)));
            await edge.InitializeAsync();
            var answer = await edge.PostAsync(document);
            (answer.Json["errors"]?[0]!["extensions"]!.Code()).ShouldBe(levels == most ? null : "HC0086", answer.Text);
        }
    }

    [Theory]
    [InlineData("{ ctLogs { logs(first: N) { totalCount } } }", 50, "HC0051")]
    [InlineData("{ ctLogs { logs(last: N) { totalCount } } }", 50, "HC0051")]
    [InlineData("{ ctTimeseries(series: [SERIES]) { freshness { status } } }", 20, "BAD_USER_INPUT")]
    public async Task A_list_may_be_as_long_as_the_schema_says(string pattern, int most, string code)
    {
        (await app.PostAsync(Fill(most))).Json.Data();
        var beyond = await app.PostAsync(Fill(most + 1));
        beyond.Code.ShouldBe(code, beyond.Text);

        string Fill(int count) => pattern
            .Replace("N)", $"{count})", StringComparison.Ordinal)
            .Replace("SERIES", string.Join(',', Enumerable.Repeat("{ dateRange: \"7d\" }", count)), StringComparison.Ordinal);
    }

    private async Task<JsonNode> CostOf(string document, string variables)
    {
        var body = new JsonObject { ["query"] = document, ["variables"] = JsonNode.Parse(variables) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("GraphQL-Cost", "validate");
        using var response = await app.App.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonNode.Parse(text)!["extensions"].ShouldNotBeNull(text)["operationCost"]!;
    }

    private static async Task<ProductionApp.Answer> WithAsync(string setting, int value, Func<ProductionApp, Task<ProductionApp.Answer>> ask)
    {
        await using var edge = new ProductionApp((setting, value.ToString(CultureInfo.InvariantCulture)));
        await edge.InitializeAsync();
        return await ask(edge);
    }
}
