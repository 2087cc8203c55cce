using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Gateway.Hosting;
using Gateway.Sandbox;
using Gateway.Tests.EndToEnd;

namespace Gateway.Tests.Hosting;

public sealed class ReadyDocumentsTests(GatewayApp gateway) : IClassFixture<GatewayApp>
{
    [Fact]
    public void There_is_one_for_both_fields_a_comparison_groups_and_errors() =>
        ReadyDocuments.Read(GatewayApp.Zone).Select(document => document.Name)
            .ShouldBe(["Connections", "Certificates", "Comparison", "Groups", "Errors"]);

    [Fact]
    public void Without_the_sandbox_the_zone_is_left_to_be_filled_in() =>
        ReadyDocuments.Read(null)[0].Variables.ShouldContain("\"zoneId\": \"\"");

    [Theory]
    [InlineData("Connections", null)]
    [InlineData("Certificates", null)]
    [InlineData("Comparison", null)]
    [InlineData("Groups", null)]
    [InlineData("Errors", "BAD_USER_INPUT")]
    public async Task Each_runs_as_it_is(string name, string? code)
    {
        var document = ReadyDocuments.Read(GatewayApp.Zone).Single(each => each.Name == name);
        using var request = new HttpRequestMessage(HttpMethod.Post, gateway.Client.BaseAddress)
        {
            Headers = { { "Authorization", "Bearer " + SandboxCredentials.Everything } },
            Content = JsonContent.Create(new JsonObject { ["query"] = document.Query, ["variables"] = JsonNode.Parse(document.Variables) }),
        };

        using var response = await gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>().ShouldBe(code);
        answer["errors"]?.AsArray().Count.ShouldBe(1);
        answer["data"]!.AsObject().Count(field => field.Value is null).ShouldBe(code is null ? 0 : 1);
    }
}
