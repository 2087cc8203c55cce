using System.Globalization;
using Gateway.Sandbox;

namespace Gateway.Tests.EndToEnd;

/// <summary>What a person who starts the gateway reads on the console.</summary>
public sealed class FirstStepsTests
{
    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    public async Task In_Development_the_console_tells_of_the_pages_and_each_line_has_a_time(string environment, bool expected)
    {
        await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        // Text, where Production would write JSON.
        using var gateway = await GatewayProcess.StartAsync(
            [("ASPNETCORE_ENVIRONMENT", environment), ("Logging__Console__FormatterName", "simple")],
            ("Cloudflare:BaseUrl", sandbox.BaseUrl),
            ("Hosting:PathBase", "/base"));
        await gateway.SignalStopAsync();
        (await gateway.EndAsync()).ShouldBe(0);

        var root = $"{gateway.Address.GetLeftPart(UriPartial.Authority)}/base";
        gateway.Lines.Any(line => line.EndsWith($"IDE: {root}/graphql", StringComparison.Ordinal)).ShouldBe(expected);
        gateway.Lines.Any(line => line.EndsWith($"Charts of all fields: {root}/", StringComparison.Ordinal)).ShouldBe(expected);
        var heads = gateway.Lines.Where(line => line.Contains(": Microsoft.Hosting.Lifetime[", StringComparison.Ordinal)).ToArray();
        heads.ShouldNotBeEmpty();
        heads.Count(line => TimeOnly.TryParse(line.Split(' ')[0], CultureInfo.InvariantCulture, out _)).ShouldBe(expected ? heads.Length : 0);
    }
}
