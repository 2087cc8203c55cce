using Gateway.Hosting;
using Gateway.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Gateway.Tests.Hosting;

public sealed class DevelopmentSandboxTests
{
    [Theory]
    [InlineData("Development", null)]
    [InlineData("Development", "sandbox")]
    [InlineData("Staging", "Sandbox")]
    public async Task The_sandbox_takes_the_place_of_Cloudflare_where_it_is_asked_for_and_by_default_in_Development(string environment, string? baseUrl)
    {
        var builder = Builder(environment, baseUrl);

        await using var sandbox = await builder.StartSandboxAsync();

        var address = sandbox.ShouldBeOfType<SandboxHost>().BaseUrl;
        builder.Configuration["Cloudflare:BaseUrl"].ShouldBe(address);
        builder.Services.ShouldContain(service => service.ImplementationInstance as SandboxInUse == new SandboxInUse(address, "Bearer " + SandboxCredentials.Everything));
    }

    [Theory]
    [InlineData("Production", null)]
    [InlineData("Staging", null)]
    [InlineData("Development", "https://api.cloudflare.com/client/v4")]
    public async Task Else_there_is_none(string environment, string? baseUrl)
    {
        var builder = Builder(environment, baseUrl);

        (await builder.StartSandboxAsync()).ShouldBeNull();

        builder.Configuration["Cloudflare:BaseUrl"].ShouldBe(baseUrl);
    }

    [Fact]
    public async Task In_Production_there_is_none_so_that_the_setting_is_refused()
    {
        var builder = Builder("Production", "sandbox");

        (await builder.StartSandboxAsync()).ShouldBeNull();

        builder.Configuration["Cloudflare:BaseUrl"].ShouldBe("sandbox");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false, "schema", "print")]
    [InlineData(false, "--help")]
    [InlineData(false, "--version")]
    [InlineData(false, "--healthcheck")]
    [InlineData(true, "--check")]
    public void It_is_started_for_what_calls_Cloudflare(bool expected, params string[] arguments) =>
        CommandLine.Read(arguments).NeedsCloudflare.ShouldBe(expected);

    private static WebApplicationBuilder Builder(string environment, string? baseUrl)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection([new("Cloudflare:BaseUrl", baseUrl)]);
        return builder;
    }
}
