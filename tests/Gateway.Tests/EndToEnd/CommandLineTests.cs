using Gateway.Sandbox;

namespace Gateway.Tests.EndToEnd;

/// <summary>What the program does in place of serving.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task Schema_print_writes_the_schema()
    {
        var (code, output, error) = await GatewayProcess.RunAsync("schema", "print");

        (code, error).ShouldBe((0, ""));
        output.ShouldBe(SpectrumFieldTests.Example("schema.graphql"));
    }

    [Fact]
    public async Task Schema_export_writes_the_schema_to_a_file()
    {
        var folder = Directory.CreateTempSubdirectory("schema-");
        var file = Path.Combine(folder.FullName, "exported.graphql");

        (await GatewayProcess.RunAsync("schema", "export", "--output", file)).Code.ShouldBe(0);

        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe(SpectrumFieldTests.Example("schema.graphql"));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_unknown_schema_command_gets_the_usage()
    {
        var (code, _, error) = await GatewayProcess.RunAsync("schema", "exprot");

        code.ShouldBe(1);
        error.ShouldStartWith("Usage:");
    }

    [Fact]
    public async Task The_health_check_tells_whether_a_gateway_with_these_settings_is_alive()
    {
        await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        using var gateway = await GatewayProcess.StartAsync([], ("Cloudflare:BaseUrl", sandbox.BaseUrl));
        var check = new[] { "--healthcheck", $"--urls={gateway.Address}" };
        (await GatewayProcess.RunAsync(check)).Code.ShouldBe(0);

        await gateway.SignalStopAsync();
        await gateway.EndAsync();

        (await GatewayProcess.RunAsync(check)).Code.ShouldBe(1);
    }
}
