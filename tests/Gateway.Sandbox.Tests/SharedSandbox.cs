using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

[assembly: AssemblyFixture(typeof(Gateway.Sandbox.Tests.SharedSandbox))]

namespace Gateway.Sandbox.Tests;

/// <summary>One sandbox with a stopped clock, for all tests that neither count calls nor serve responses.</summary>
public sealed class SharedSandbox : IAsyncLifetime
{
    public const string Zone = "023e105f4ecef8ad9ca31a8372d0c353";

    /// <summary>A Wednesday.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 18, 10, 37, 42, TimeSpan.Zero);

    public SandboxHost Host { get; private set; } = null!;

    public SandboxClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var options = new SandboxOptions { Time = new FakeTimeProvider(Now), RateLimit = 0 };
        Host = await SandboxServer.StartAsync(options, CancellationToken.None);
        Client = new SandboxClient(Host);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>A zone's data, which must be there.</summary>
    public async Task<JsonElement> BytimeAsync(string query)
    {
        var (status, body) = await Client.GetJsonAsync(SandboxClient.BytimePath() + "?" + query);
        status.ShouldBe(HttpStatusCode.OK, body.GetRawText());
        body.GetProperty("success").GetBoolean().ShouldBeTrue();
        return body.GetProperty("result");
    }

    /// <summary>Certificate counts, which must be there.</summary>
    public async Task<JsonElement> CtAsync(string query)
    {
        var (status, body) = await Client.GetJsonAsync(SandboxClient.CtPath + "?" + query);
        status.ShouldBe(HttpStatusCode.OK, body.GetRawText());
        body.GetProperty("success").GetBoolean().ShouldBeTrue();
        return body.GetProperty("result");
    }

    /// <summary>The message of a 400 of Spectrum's.</summary>
    public async Task<string> BytimeRefusalAsync(string query)
    {
        var (status, body) = await Client.GetJsonAsync(SandboxClient.BytimePath() + "?" + query);
        status.ShouldBe(HttpStatusCode.BadRequest, body.GetRawText());
        body.GetProperty("success").GetBoolean().ShouldBeFalse();
        body.GetProperty("result").ValueKind.ShouldBe(JsonValueKind.Null);
        body.GetProperty("messages").GetArrayLength().ShouldBe(0);
        body.GetProperty("errors")[0].GetProperty("code").GetInt32().ShouldBe(1005);
        return Messages(body);
    }

    /// <summary>The message of a 400 of Radar's, whose result is an empty object.</summary>
    public async Task<string> CtRefusalAsync(string query)
    {
        var (status, body) = await Client.GetJsonAsync(SandboxClient.CtPath + "?" + query);
        status.ShouldBe(HttpStatusCode.BadRequest, body.GetRawText());
        body.GetProperty("success").GetBoolean().ShouldBeFalse();
        body.GetProperty("result").EnumerateObject().ShouldBeEmpty();
        body.GetProperty("errors")[0].GetProperty("code").GetInt32().ShouldBe(2001);
        return Messages(body);
    }

    public static long[] Values(JsonElement series) =>
        [.. series.GetProperty("values").EnumerateArray().Select(value => long.Parse(value.GetString()!, CultureInfo.InvariantCulture))];

    public static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetString()!)];

    private static string Messages(JsonElement body) =>
        string.Join('\n', body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("message").GetString()));
}
