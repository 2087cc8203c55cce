namespace Gateway.Sandbox.Tests.Credentials;

public sealed class CanaryTests : IAsyncLifetime
{
    private const string Window = "?time_delta=hour&since=2026-01-01T00:00:00Z&until=2026-01-01T02:00:00Z&metrics=count,bytesIngress";

    private SandboxHost _host = null!;
    private SandboxClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await SandboxServer.StartAsync(new SandboxOptions { Canaries = true, RateLimit = 0 }, TestContext.Current.CancellationToken);
        _client = new SandboxClient(_host);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Each_credential_and_zone_has_data_of_its_own()
    {
        const string OtherZone = "00000000000000000000000000000001";
        string[] totals =
        [
            await TotalsAsync("one-token", SharedSandbox.Zone),
            await TotalsAsync("another-token", SharedSandbox.Zone),
            await TotalsAsync("one-token", SharedSandbox.Zone, "user@example.com"),
            await TotalsAsync("one-token", SharedSandbox.Zone, "other@example.com"),
            await TotalsAsync("one-token", OtherZone),
        ];

        totals.ShouldBeUnique();
        (await TotalsAsync("one-token", SharedSandbox.Zone)).ShouldBe(totals[0]);
    }

    [Fact]
    public async Task Radar_is_public()
    {
        const string Path = SandboxClient.CtPath + "?name=a&dateStart=2026-01-01T00:00:00Z&dateEnd=2026-01-02T00:00:00Z";
        var one = (await _client.GetJsonAsync(Path, "one-token")).Body.GetProperty("result").GetProperty("a").GetRawText();
        (await _client.GetJsonAsync(Path, "another-token")).Body.GetProperty("result").GetProperty("a").GetRawText().ShouldBe(one);
    }

    [Fact]
    public async Task Calls_are_counted_for_each_credential()
    {
        await TotalsAsync("one-token", SharedSandbox.Zone);
        await TotalsAsync("one-token", SharedSandbox.Zone);
        await TotalsAsync("one-token", SharedSandbox.Zone, "user@example.com");
        (await _client.GetAsync(SandboxClient.CtPath, "one-token")).Dispose();

        _host.Calls.Count(SandboxEndpoint.Bytime, "one-token").ShouldBe(2);
        _host.Calls.Count(SandboxEndpoint.Bytime, "one-token", "user@example.com").ShouldBe(1);
        _host.Calls.Count(SandboxEndpoint.CtTimeseries, "one-token").ShouldBe(1);
        _host.Calls.Count(SandboxEndpoint.Bytime, "another-token").ShouldBe(0);
        _host.Calls.Reset();
        _host.Calls.Count(SandboxEndpoint.Bytime, "one-token").ShouldBe(0);
    }

    private async Task<string> TotalsAsync(string secret, string zone, string? email = null)
    {
        using var request = _client.Request(SandboxClient.BytimePath(zone) + Window, email is null ? secret : null);
        if (email is not null)
        {
            request.Headers.Add("X-Auth-Email", email);
            request.Headers.Add("X-Auth-Key", secret);
        }

        using var response = await _client.SendAsync(request);
        var body = await SandboxClient.ReadJsonAsync(response);
        return body.GetProperty("result").GetProperty("totals").GetRawText();
    }
}
