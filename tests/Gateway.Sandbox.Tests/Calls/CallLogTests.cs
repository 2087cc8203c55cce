using System.Text.Json;
using Gateway.Sandbox.Calls;

namespace Gateway.Sandbox.Tests.Calls;

public sealed class CallLogTests : IAsyncLifetime
{
    private readonly HttpClient _pages = new();
    private SandboxHost _host = null!;
    private SandboxClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        _client = new SandboxClient(_host);
    }

    public async ValueTask DisposeAsync()
    {
        _pages.Dispose();
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Calls_are_counted_for_each_endpoint_whatever_they_get()
    {
        await CallAsync(SandboxClient.BytimePath() + "?time_delta=hour");
        await CallAsync(SandboxClient.BytimePath());
        await CallAsync(SandboxClient.BytimePath("nonsense"));
        await CallAsync(SandboxClient.CtPath, SandboxCredentials.Unauthorized);
        await CallAsync("user/tokens/verify");

        var page = await PageAsync();
        page.GetProperty("bytime").GetInt32().ShouldBe(3);
        page.GetProperty("ctTimeseries").GetInt32().ShouldBe(1);
        page.GetProperty("other").GetInt32().ShouldBe(1);
        page.GetProperty("last").GetArrayLength().ShouldBe(5);
    }

    [Fact]
    public async Task A_call_is_shown_as_it_came_over_the_wire()
    {
        await CallAsync(SandboxClient.CtPath + "?name=a%2Bb&name=c+d&x=%7E~");

        var call = (await PageAsync()).GetProperty("last")[0];
        call.GetProperty("endpoint").GetString().ShouldBe("ctTimeseries");
        call.GetProperty("method").GetString().ShouldBe("GET");
        call.GetProperty("path").GetString().ShouldBe("/client/v4/radar/ct/timeseries");
        call.GetProperty("query").GetString().ShouldBe("name=a%2Bb&name=c+d&x=%7E~");
        _host.Calls.Last.Single().Query.ShouldBe("name=a%2Bb&name=c+d&x=%7E~");
    }

    [Fact]
    public async Task No_credential_is_shown()
    {
        using var request = _client.Request(SandboxClient.CtPath, "the-secret-of-a-caller");
        foreach (var name in (string[])["X-Auth-Email", "X-Auth-Key", "Cookie", "X-Cloudflare-Radar-Authorization"])
            request.Headers.Add(name, "the-secret-of-a-caller");
        request.Headers.Add("User-Agent", "a-client");
        using var response = await _client.SendAsync(request);

        var page = await PageAsync();
        page.GetRawText().ShouldNotContain("the-secret");
        var headers = page.GetProperty("last")[0].GetProperty("headers");
        headers.GetProperty("User-Agent").GetString().ShouldBe("a-client");
        headers.GetProperty("Authorization").GetString().ShouldBe(RecordedCall.LeftOut);
    }

    [Fact]
    public async Task Only_the_last_hundred_are_kept()
    {
        for (var i = 0; i < 101; i++)
            await CallAsync($"elsewhere?{i}");

        _host.Calls.Count(SandboxEndpoint.Other).ShouldBe(101);
        _host.Calls.Last.Count.ShouldBe(100);
        _host.Calls.Last[0].Query.ShouldBe("1");
    }

    [Fact]
    public async Task Deleting_the_log_starts_it_anew()
    {
        await CallAsync(SandboxClient.CtPath);
        using var deleted = await _pages.DeleteAsync(Page, TestContext.Current.CancellationToken);
        ((int)deleted.StatusCode).ShouldBe(204);

        var page = await PageAsync();
        page.GetProperty("ctTimeseries").GetInt32().ShouldBe(0);
        page.GetProperty("last").GetArrayLength().ShouldBe(0);
    }

    private Uri Page => new(_host.Address, "sandbox/calls");

    private async Task CallAsync(string path, string token = SandboxCredentials.Everything) => (await _client.GetAsync(path, token)).Dispose();

    private async Task<JsonElement> PageAsync() =>
        JsonDocument.Parse(await _pages.GetStringAsync(Page, TestContext.Current.CancellationToken)).RootElement;
}
