using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Gateway.Sandbox;
using Gateway.Tests.Caching.Redis;
using Gateway.Tests.Upstream;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.EndToEnd;

/// <summary>How calls reach Cloudflare: over HTTP/2, and through a proxy, that of the settings or that of the environment.</summary>
public sealed class ProxyTests
{
    private const string Host = "api.cloudflare.test";
    private const string Password = "canary-0123456789";

    [Theory]
    [InlineData("HTTPS_PROXY", false)]
    [InlineData("HTTPS_PROXY", true)]
    [InlineData("Cloudflare__Proxy", false)]
    [InlineData("Cloudflare__Proxy", true)]
    public async Task A_query_is_answered_through_the_proxy(string variable, bool wantsPassword)
    {
        await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        await using var proxy = new ConnectProxy(Host, new Uri(sandbox.BaseUrl), wantsPassword ? $"user:{Password}" : null);
        using var gateway = await StartAsync(proxy, (variable, $"http://{(wantsPassword ? $"user:{Password}@" : "")}{proxy.Address}"));

        (await AskAndStopAsync(gateway))["errors"].ShouldBeNull();

        proxy.Requests.ShouldAllBe(request => request == $"CONNECT {Host}:443 HTTP/1.1");
        sandbox.Calls.Last.ShouldHaveSingleItem();
        gateway.Lines.ShouldAllBe(line => !line.Contains(Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_check_goes_through_it_too_and_tells_of_the_certificate()
    {
        await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        await using var proxy = new ConnectProxy(Host, new Uri(sandbox.BaseUrl), $"user:{Password}");

        var (code, output, _) = await GatewayProcess.RunAsync(
            [("Cloudflare__Proxy", $"http://user:{Password}@{proxy.Address}"), ("SSL_CERT_FILE", proxy.CertificateFile)],
            "--check", $"--Cloudflare:BaseUrl=https://{Host}/client/v4");

        output.ShouldContain($"ok      Proxy       {proxy.Address} is between here and {Host}\n");
        output.ShouldContain($"ok      TLS         the certificate of CN={Host} is valid until ");
        output.ShouldContain($"ok      Cloudflare  https://{Host}/client/v4 answers (status 404, HTTP/1.1) as the API does");
        output.ShouldNotContain(Password);
        code.ShouldBe(0);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_said_to_be_the_reason()
    {
        await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        await using var proxy = new ConnectProxy(Host, new Uri(sandbox.BaseUrl));

        var (code, output, _) = await GatewayProcess.RunAsync(
            [("HTTPS_PROXY", $"http://{proxy.Address}")], "--check", $"--Cloudflare:BaseUrl=https://{Host}/client/v4");

        output.ShouldContain($"FAILED  TLS         the certificate of CN={Host} is not trusted: RemoteCertificateChainErrors");
        code.ShouldBe(1);
    }

    [Fact]
    public async Task A_host_of_NO_PROXY_is_called_without_and_a_failure_to_connect_is_logged_by_kind()
    {
        await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        await using var proxy = new ConnectProxy(Host, new Uri(sandbox.BaseUrl));
        using var gateway = await StartAsync(proxy, ("HTTPS_PROXY", $"http://{proxy.Address}"), ("NO_PROXY", ".cloudflare.test"));

        (await AskAndStopAsync(gateway)).Refusal().Code().ShouldBe("UPSTREAM_UNAVAILABLE");

        proxy.Requests.ShouldBeEmpty();
        gateway.Lines.ShouldContain(line => line.Contains($"Call to radar failed: the name {Host} could not be resolved (DNS)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("wrong password", "the proxy {0} on the way to api.cloudflare.test:443 did not connect: check what it permits, and the user and password in its address")]
    [InlineData("untrusted", "TLS with api.cloudflare.test:443 failed: check the certificate, the names in it and who issued it")]
    public async Task A_proxy_that_refuses_and_a_certificate_that_is_not_trusted_are_logged_once(string trouble, string sentence)
    {
        await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        await using var proxy = new ConnectProxy(Host, new Uri(sandbox.BaseUrl), trouble == "untrusted" ? null : $"user:{Password}");
        (string, string)[] more = trouble == "untrusted" ? [("SSL_CERT_FILE", "/dev/null")] : [];
        using var gateway = await StartAsync(proxy, [("HTTPS_PROXY", $"http://user:{Password}x@{proxy.Address}"), .. more]);

        (await AskAndStopAsync(gateway)).Refusal().Code().ShouldBe("UPSTREAM_UNAVAILABLE");

        gateway.Lines.Where(line => line.Contains("Call to radar failed: ", StringComparison.Ordinal)).ShouldHaveSingleItem()
            .ShouldContain(string.Format(CultureInfo.InvariantCulture, sentence, proxy.Address));
        gateway.Lines.ShouldAllBe(line => !line.Contains(Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_proxy_that_is_away_is_named()
    {
        var away = $"127.0.0.1:{RedisServer.FreePort()}";
        using var gateway = await GatewayProcess.StartAsync(
            [("HTTPS_PROXY", $"http://user:{Password}@{away}")], ("Cloudflare:BaseUrl", $"https://{Host}/client/v4"));

        (await AskAndStopAsync(gateway)).Refusal().Code().ShouldBe("UPSTREAM_UNAVAILABLE");

        gateway.Lines.Where(line => line.Contains("Call to radar failed: ", StringComparison.Ordinal)).ShouldHaveSingleItem()
            .ShouldContain($"Call to radar failed: the proxy {away} on the way to {Host}:443 refused the connection (UpstreamUnavailable)");
        gateway.Lines.ShouldAllBe(line => !line.Contains(Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_has_HTTP_2_is_called_over_it()
    {
        using var certificate = new ServerCertificate("localhost");
        var protocols = new ConcurrentQueue<string>();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.UseHttps(certificate.WithKey)));
        await using var server = builder.Build();
        server.Run(context =>
        {
            protocols.Enqueue(context.Request.Protocol);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        using var gateway = await GatewayProcess.StartAsync(
            [("SSL_CERT_FILE", certificate.File)],
            ("Cloudflare:BaseUrl", $"https://localhost:{new Uri(server.Urls.Single()).Port}/client/v4"));

        (await AskAndStopAsync(gateway)).Refusal();

        protocols.Distinct().ShouldBe(["HTTP/2"]);
    }

    private static Task<GatewayProcess> StartAsync(ConnectProxy proxy, params (string Name, string Value)[] environment) => GatewayProcess.StartAsync(
        [("SSL_CERT_FILE", proxy.CertificateFile), ("Logging__LogLevel__Default", "Trace"), .. environment],
        ("Cloudflare:BaseUrl", $"https://{Host}/client/v4"));

    /// <summary>Lines about a request may be written after its answer, so they are read when the gateway has ended.</summary>
    private static async Task<JsonNode> AskAndStopAsync(GatewayProcess gateway)
    {
        using var client = new HttpClient { BaseAddress = gateway.Address };
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {SandboxCredentials.Everything}");
        using var response = await client.PostAsJsonAsync("graphql", new { query = "{ ctTimeseries { csv } }" }, TestContext.Current.CancellationToken);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        await gateway.SignalStopAsync();
        (await gateway.EndAsync()).ShouldBe(0);
        return answer;
    }
}
