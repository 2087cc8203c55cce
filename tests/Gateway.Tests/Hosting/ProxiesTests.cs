using System.Net;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Hosting;

public sealed class ProxiesTests
{
    private static readonly (string, string)[] Forwarded = [("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https")];

    [Fact]
    public async Task Forwarded_headers_are_not_believed_by_default()
    {
        await using var app = await HostedApp.StartAsync();

        (await app.GetTextAsync("/client", Forwarded)).ShouldBe("http 127.0.0.1 ");
    }

    [Theory]
    [InlineData("Hosting:ForwardedHeaders:KnownProxies:0", "127.0.0.1", "https 203.0.113.9 ")]
    [InlineData("Hosting:ForwardedHeaders:KnownNetworks:0", "127.0.0.0/8", "https 203.0.113.9 ")]
    [InlineData("Hosting:ForwardedHeaders:KnownProxies:0", "10.0.0.1", "http 127.0.0.1 ")]
    [InlineData("Hosting:ForwardedHeaders:KnownNetworks:0", "10.0.0.0/8", "http 127.0.0.1 ")]
    public async Task Where_they_are_switched_on_only_known_proxies_are_believed(string key, string value, string expected)
    {
        await using var app = await HostedApp.StartAsync(new()
        {
            ["Hosting:ForwardedHeaders:Enabled"] = "true",
            [key] = value,
        });

        (await app.GetTextAsync("/client", Forwarded)).ShouldBe(expected);
    }

    [Fact]
    public async Task All_is_found_below_the_path_base()
    {
        await using var app = await HostedApp.StartAsync(new() { ["Hosting:PathBase"] = "/cloudflare" });

        (await app.GetTextAsync("/cloudflare/client")).ShouldBe("http 127.0.0.1 /cloudflare");
        (await app.GetTextAsync("/Cloudflare/client")).ShouldBe("http 127.0.0.1 /Cloudflare");
    }

    [Theory]
    [InlineData("/client")]
    [InlineData("/")]
    [InlineData("/other/client")]
    [InlineData("/cloudflarex/client")]
    [InlineData("/cloudflare%2Fclient")]
    [InlineData("/client/cloudflare")]
    [InlineData("/cloudflare/../client")]
    [InlineData("/health/live/client")]
    public async Task Nothing_is_found_beside_it(string path)
    {
        await using var app = await HostedApp.StartAsync(new() { ["Hosting:PathBase"] = "/cloudflare" });

        using var response = await app.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/cloudflare/health/ready")]
    public async Task The_health_checks_are_found_with_and_without_it(string path)
    {
        await using var app = await HostedApp.StartAsync(new() { ["Hosting:PathBase"] = "/cloudflare" });

        using var response = await app.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Hosting:PathBase", "cloudflare")]
    [InlineData("Hosting:PathBase", "/cloudflare/")]
    [InlineData("Hosting:PathBase", "/")]
    [InlineData("Hosting:MaxConnections", "0")]
    [InlineData("Hosting:MaxConnections", "1000001")]
    [InlineData("Hosting:DrainPeriod", "-00:00:01")]
    [InlineData("Hosting:DrainPeriod", "00:05:01")]
    [InlineData("Hosting:ShutdownTimeout", "00:00:00.5")]
    [InlineData("Hosting:ShutdownTimeout", "00:10:01")]
    [InlineData("Hosting:WriteTimeout", "00:00:00.9")]
    [InlineData("Hosting:WriteTimeout", "00:05:01")]
    [InlineData("Hosting:MaxBufferedBytes", "1048575")]
    [InlineData("Hosting:MaxBufferedBytes", "68719476737")]
    [InlineData("Hosting:ForwardedHeaders:ForwardLimit", "0")]
    [InlineData("Hosting:ForwardedHeaders:ForwardLimit", "11")]
    [InlineData("Hosting:ForwardedHeaders:KnownProxies:0", "proxy")]
    [InlineData("Hosting:ForwardedHeaders:KnownNetworks:0", "10.0.0.1/8/8")]
    public async Task A_setting_out_of_bounds_stops_the_start(string key, string value) =>
        (await Should.ThrowAsync<OptionsValidationException>(() => HostedApp.StartAsync(new() { [key] = value })))
            .Message.ShouldContain(key.TrimEnd('0', ':'));
}
