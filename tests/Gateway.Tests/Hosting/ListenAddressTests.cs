using Gateway.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Gateway.Tests.Hosting;

public sealed class ListenAddressTests
{
    [Theory]
    [InlineData(null, null, "http://localhost:8080/")]
    [InlineData("urls", "http://127.0.0.1:5000;http://127.0.0.1:5001", "http://127.0.0.1:5000/")]
    [InlineData("urls", "http://*:5000", "http://localhost:5000/")]
    [InlineData("urls", "http://+:80", "http://localhost/")]
    [InlineData("urls", "http://0.0.0.0:5000", "http://localhost:5000/")]
    [InlineData("urls", "http://[::]:5000", "http://localhost:5000/")]
    [InlineData("urls", "https://*:5001;http://*:5000", "http://localhost:5000/")]
    [InlineData("urls", "https://*:5001", "https://localhost:5001/")]
    [InlineData("http_ports", "8081;8082", "http://localhost:8081/")]
    [InlineData("https_ports", "8443", "https://localhost:8443/")]
    [InlineData("urls", "http://unix:/run/gateway.sock", "http://localhost/")]
    [InlineData("Hosting:ManagementPort", "9090", "http://localhost:9090/")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://127.0.0.1:5000", "http://127.0.0.1:5000/")]
    public void The_probe_knows_how_to_reach_the_gateway(string? key, string? value, string expected) =>
        ListenAddress.Local(new ConfigurationBuilder().AddInMemoryCollection([new(key ?? "unused", value)]).Build()).Address!.Uri.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("urls", "http://127.0.0.1:0", "The port of `http://127.0.0.1:0` is chosen at start, so it can't be known: set one.")]
    [InlineData("urls", "localhost", "`localhost` is no address such as `http://localhost:8080`.")]
    [InlineData("urls", "http://pipe:/gateway", "`http://pipe:/gateway` is a named pipe, which can't be asked: add an address such as `http://localhost:8080`.")]
    [InlineData("Kestrel:EndpointDefaults:Protocols", "Http3", "`http://localhost:8080` has HTTP/3 alone, which can't be asked: add an address such as `http://localhost:8080`.")]
    public void Or_says_why_it_cannot_be_reached(string key, string value, string expected) =>
        ListenAddress.Local(new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build()).Why.ShouldBe(expected);

    [Theory]
    [InlineData("urls", "http://127.0.0.1:5000", "urls", "http://127.0.0.1:5000;http://*:9090")]
    [InlineData("http_ports", "8081", "http_ports", "8081;9090")]
    [InlineData("https_ports", "8443", "http_ports", "9090")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://127.0.0.1:5000", "Kestrel:Endpoints:Management:Url", "http://*:9090")]
    public void A_management_port_is_added_to_what_is_set(string key, string value, string added, string expected)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection([new(key, value), new("Hosting:ManagementPort", "9090")]);

        builder.UseListenAddress();

        builder.Configuration[added].ShouldBe(expected);
    }

    [Theory]
    [InlineData("unused", "x", "http://localhost:8080")]
    [InlineData("urls", "http://127.0.0.1:5000", "http://127.0.0.1:5000")]
    [InlineData("http_ports", "8081", null)]
    [InlineData("https_ports", "8443", null)]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://127.0.0.1:5000", null)]
    public void The_default_gives_way_to_any_setting(string key, string value, string? expected)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection([new(key, value)]);

        builder.UseListenAddress();

        builder.Configuration["urls"].ShouldBe(expected);
    }
}
