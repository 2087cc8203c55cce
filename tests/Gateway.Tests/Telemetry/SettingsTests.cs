using Gateway.Tests.EndToEnd;

namespace Gateway.Tests.Telemetry;

/// <summary>The settings of telemetry that stop the start.</summary>
public sealed class SettingsTests
{
    private const string Taken =
        "Telemetry:Prometheus: The gateway listens on `9464` for others, who must not see metrics: take another port, such as `9464`.";

    [Theory]
    [InlineData("--urls=http://localhost:9464")]
    [InlineData("--urls=http://localhost:8080;http://*:9464")]
    [InlineData("--http_ports=9464")]
    [InlineData("--https_ports=8443;9464")]
    [InlineData("--Kestrel:Endpoints:Public:Url=https://gateway.example:9464/cloudflare")]
    [InlineData("--Hosting:ManagementPort=9464")]
    public Task The_port_of_callers_is_refused(string setting) => RefusesAsync(Taken, "--Telemetry:Prometheus=9464", setting);

    [Fact]
    public Task So_is_the_default_port() => RefusesAsync(Taken.Replace("on `9464`", "on `8080`", StringComparison.Ordinal), "--Telemetry:Prometheus=8080");

    [Fact]
    public async Task A_collector_without_an_address_is_refused()
    {
        var (code, _, error) = await GatewayProcess.RunAsync([("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317")], "--urls=http://127.0.0.1:0");

        (code, error).ShouldBe((1, "OTEL_EXPORTER_OTLP_ENDPOINT: An http or https address is wanted, such as `http://localhost:4317`.\n"));
    }

    private static async Task RefusesAsync(string line, params string[] arguments)
    {
        var (code, _, error) = await GatewayProcess.RunAsync(arguments);

        (code, error).ShouldBe((1, line + "\n"));
    }
}
