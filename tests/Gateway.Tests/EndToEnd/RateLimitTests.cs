using System.Text.Json.Nodes;
using Gateway.Sandbox;

namespace Gateway.Tests.EndToEnd;

/// <summary>The whole gateway under Cloudflare's rate limit, over HTTP.</summary>
public sealed class RateLimitTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private const string Spectrum = $"spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR) {{ rows }}";

    private int Calls => app.Sandbox.Calls.Count(SandboxEndpoint.Bytime) + app.Sandbox.Calls.Count(SandboxEndpoint.CtTimeseries);

    [Fact]
    public async Task One_callers_429_is_told_once_by_Cloudflare_and_then_by_the_gateway_and_to_nobody_else()
    {
        var first = (await AskAsync(SandboxCredentials.RateLimited, Spectrum)).Refusal();
        first.Code().ShouldBe("RATE_LIMITED");
        first["retryAfterSeconds"]!.GetValue<int>().ShouldBe(300);
        first["cloudflare"]!["status"]!.GetValue<int>().ShouldBe(429);
        Calls.ShouldBe(1);

        foreach (var field in new[] { Spectrum, "ctTimeseries { csv }", Spectrum.Replace("HOUR", "DAY", StringComparison.Ordinal) })
        {
            var next = (await AskAsync(SandboxCredentials.RateLimited, field)).Refusal();
            next.Code().ShouldBe("RATE_LIMITED");
            next["retryAfterSeconds"]!.GetValue<int>().ShouldBeInRange(200, 300);
            next["cloudflare"].ShouldBeNull();
        }

        Calls.ShouldBe(1);
        var others = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => AskAsync($"another-token-{i % 4}", $"{Spectrum} ctTimeseries {{ csv }}")));
        others.ShouldAllBe(answer => answer["errors"] == null);
    }

    private Task<JsonNode> AskAsync(string token, string field) => app.AskAsync($"{{ {field} }}", null, ("Authorization", $"Bearer {token}"));
}
