using Gateway.Settings;
using Gateway.Telemetry;
using Gateway.Tests.EndToEnd;
using Microsoft.Extensions.Configuration;

namespace Gateway.Tests.Telemetry;

/// <summary>The settings of telemetry.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("urls", "http://localhost:9464")]
    [InlineData("urls", "http://localhost:8080;http://*:9464")]
    [InlineData("http_ports", "9464")]
    [InlineData("https_ports", "8443;9464")]
    [InlineData("Kestrel:Endpoints:Public:Url", "https://gateway.example:9464/cloudflare")]
    public void The_port_of_callers_is_refused(string key, string value) =>
        Check(9464, (key, value)).ShouldBe([
            "Property Telemetry:Prometheus: 9464 is a port that the gateway answers callers on, who must not see metrics. "
                + "Take another one, such as 9464."]);

    [Fact]
    public void So_is_the_default_port() => Check(8080).ShouldHaveSingleItem();

    [Theory]
    [InlineData("urls", "http://localhost:8080")]
    [InlineData("urls", "http://127.0.0.1:0")]
    [InlineData("http_ports", "8080")]
    [InlineData("urls", "nonsense")]
    public void Another_port_is_not(string key, string value) => Check(9464, (key, value)).ShouldBeEmpty();

    [Fact]
    public void A_collector_without_an_address_is_refused() => Check(null, ("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317")).ShouldBe(
        ["Property Telemetry:(OTEL_EXPORTER_OTLP_ENDPOINT): OTEL_EXPORTER_OTLP_ENDPOINT is no http or https address such as http://localhost:4317."]);

    [Fact]
    public async Task Wrong_settings_stop_the_start()
    {
        var (code, output, error) = await GatewayProcess.RunAsync("--urls=http://127.0.0.1:9464", "--Telemetry:Prometheus=9464");
        code.ShouldNotBe(0);
        (output + error).ShouldContain("9464 is a port that the gateway answers callers on");
    }

    private static string[] Check(int? port, params (string Key, string Value)[] settings)
    {
        var errors = new SettingErrors(TelemetryOptions.Section);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        TelemetryOptions.Check(new TelemetryOptions { Prometheus = port }, configuration, errors);
        return [.. errors.ToResult().Failures ?? []];
    }
}
