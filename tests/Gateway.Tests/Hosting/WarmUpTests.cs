using Gateway.Sandbox;
using Gateway.Tests.EndToEnd;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Hosting;

/// <summary>What the start runs, so that first requests are answered soon.</summary>
[Trait("Gateway", "InProcess")]
public sealed class WarmUpTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Each_feature_is_rehearsed_before_the_gateway_listens_and_reaches_nobody(string environment)
    {
        var folder = Directory.CreateTempSubdirectory("documents-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "a.graphql"), "{ ctLogs { logs { totalCount } } }", TestContext.Current.CancellationToken);
        await using var app = new GatewayApp
        {
            Setup = (environment, [("GraphQL:TrustedDocuments:Folder", folder.FullName), ("GraphQL:TrustedDocuments:Only", "true")]),
        };

        await app.InitializeAsync();

        var log = app.Logs.GetSnapshot().ToList();
        var done = log.FindIndex(record => record.Message == "Warmed up: the queries of 2 features were rehearsed");
        done.ShouldBeInRange(0, log.FindIndex(record => record.Message.StartsWith("Now listening on", StringComparison.Ordinal)));
        log.ShouldNotContain(record => record.Level >= LogLevel.Warning && record.Message.Contains("warm-up", StringComparison.Ordinal));
        Enum.GetValues<SandboxEndpoint>().Sum(endpoint => app.Sandbox.Calls.Count(endpoint)).ShouldBe(0);
        folder.Delete(recursive: true);
    }
}
