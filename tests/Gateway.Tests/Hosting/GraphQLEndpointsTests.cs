using System.Net;
using Gateway.GraphQL.Types;
using Gateway.Hosting;
using Gateway.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Hosting;

public sealed class GraphQLEndpointsTests
{
    [Theory]
    [InlineData("Production", null, HttpStatusCode.NotFound)]
    [InlineData("Production", "true", HttpStatusCode.OK)]
    [InlineData("Staging", null, HttpStatusCode.OK)]
    [InlineData("Staging", "false", HttpStatusCode.NotFound)]
    public async Task The_schemas_text_and_the_IDE_are_for_everyone_but_in_Production(string environment, string? setting, HttpStatusCode expected)
    {
        await using var app = await StartAsync(environment, "https://api.cloudflare.com/client/v4", setting);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        (await client.GetAsync("graphql/schema.graphql", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(expected);
        (await client.GetAsync("graphql/bcp-config.json", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData("sandbox", true)]
    [InlineData("https://api.cloudflare.com/client/v4", false)]
    public async Task The_log_tells_of_the_sandbox_and_the_IDE_fills_in_its_credential_and_no_other(string baseUrl, bool expected)
    {
        await using var app = await StartAsync("Development", baseUrl, null);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        var configuration = await client.GetStringAsync("graphql/bcp-config.json", TestContext.Current.CancellationToken);

        app.Services.GetFakeLogCollector().GetSnapshot().Any(record => record.Message.StartsWith("Cloudflare is not called", StringComparison.Ordinal))
            .ShouldBe(expected);
        configuration.Contains("Authorization", StringComparison.Ordinal).ShouldBe(expected);
        configuration.Contains($"Bearer {SandboxCredentials.Everything}", StringComparison.Ordinal).ShouldBe(expected);
    }

    [Fact]
    public async Task The_start_tells_of_the_page_the_IDE_the_sandbox_and_its_token()
    {
        await using var app = await StartAsync("Development", "sandbox", null);

        var lines = app.Services.GetFakeLogCollector().GetSnapshot().Select(record => record.Message).ToList();

        var address = app.Urls.First();
        var started = lines.FindIndex(line => line.StartsWith("Application started", StringComparison.Ordinal));
        lines.FindIndex(line => line.Contains($"makes up all data, for the token {SandboxCredentials.Everything}", StringComparison.Ordinal))
            .ShouldBeGreaterThan(started);
        lines.IndexOf($"IDE: {address}/graphql").ShouldBeGreaterThan(started);
        lines.IndexOf($"Charts of all fields: {address}/").ShouldBeGreaterThan(started);
    }

    [Fact]
    public async Task In_Production_it_tells_of_neither()
    {
        await using var app = await StartAsync("Production", "https://api.cloudflare.com/client/v4", null);

        app.Services.GetFakeLogCollector().GetSnapshot()
            .ShouldNotContain(record => record.Message.StartsWith("IDE", StringComparison.Ordinal) || record.Message.Contains("harts", StringComparison.Ordinal));
    }

    private static async Task<WebApplication> StartAsync(string environment, string baseUrl, string? setting)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddFakeLogging();
        builder.Configuration.AddInMemoryCollection(
        [
            new("urls", "http://127.0.0.1:0"),
            new("Cloudflare:BaseUrl", baseUrl),
            new("GraphQL:Ide", setting),
            new("GraphQL:SchemaRequests", setting),
        ]);
        var sandbox = await builder.StartSandboxAsync();
        builder.AddHosting();
        builder.Services.AddGraphQLServer().ConfigureSchema(schema => schema.AddGeneratedTypes()).AddQueryType().AddTypeExtension(typeof(Fields));

        var app = builder.Build();
        app.UseHosting();
        app.MapGateway();
        if (sandbox is not null)
        {
            app.Lifetime.ApplicationStopped.Register(() => _ = sandbox.DisposeAsync().AsTask());
        }

        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    [QueryType]
    public static partial class Fields
    {
        public static string Hello() => "hello";
    }
}
