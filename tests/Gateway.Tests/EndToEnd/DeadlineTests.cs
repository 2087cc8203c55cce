using Gateway.Hosting;
using Gateway.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests.EndToEnd;

/// <summary>A slow field fails by itself: one deadline, from which the engine's execution timeout follows.</summary>
public sealed class DeadlineTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private const string Fields = $$"""
        { spectrumBytime(zoneId: "{{GatewayApp.Zone}}", timeDelta: HOUR) { rows } ctTimeseries(series: [{ dateRange: "2d" }]) { series { name } } }
        """;

    [Fact]
    public async Task A_field_that_is_too_slow_is_null_beside_the_data_of_the_other()
    {
        app.Sandbox.Serve(SandboxEndpoint.Bytime, SandboxCredentials.Slow);

        var answer = await app.AskAsync(Fields);

        answer.Refusal().Code().ShouldBe("UPSTREAM_TIMEOUT");
        answer["errors"]![0]!["path"].Compact().ShouldBe("""["spectrumBytime"]""");
        answer["data"]!["spectrumBytime"].ShouldBeNull();
        answer["data"]!["ctTimeseries"]!["series"]!.AsArray().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("00:00:00.1", 0.1)]
    [InlineData("00:00:15", 15)]
    [InlineData("00:02:00", 120)]
    [InlineData(null, 15)]
    public void The_engine_waits_longer_than_any_field_may_take(string? deadline, double seconds)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Cloudflare:Deadline"] = deadline;
        TimeSpan? timeout = null;

        builder.AddGatewayServer().ModifyRequestOptions(options => timeout = options.ExecutionTimeout);

        timeout.ShouldBe(TimeSpan.FromSeconds(seconds + 5));
    }
}
