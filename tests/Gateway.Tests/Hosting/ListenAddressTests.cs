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
    [InlineData("Kestrel:Endpoints:Http:Url", "http://127.0.0.1:5000", "http://127.0.0.1:5000/")]
    public void The_probe_knows_how_to_reach_the_gateway(string? key, string? value, string expected) =>
        ListenAddress.Local(new ConfigurationBuilder().AddInMemoryCollection([new(key ?? "unused", value)]).Build()).ToString().ShouldBe(expected);

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
