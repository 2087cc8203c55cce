using System.Net;
using System.Reflection;
using System.Text.Json;

namespace Gateway.Sandbox.Tests.Faults;

public sealed class FaultPageTests : IAsyncLifetime
{
    private readonly HttpClient _pages = new();
    private SandboxHost _host = null!;
    private SandboxClient _client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await SandboxServer.StartAsync(Token);
        _client = new SandboxClient(_host);
    }

    public async ValueTask DisposeAsync()
    {
        _pages.Dispose();
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Every_credential_that_is_documented_has_a_fault_and_the_page_names_them()
    {
        var named = typeof(SandboxCredentials).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Except([SandboxCredentials.Everything]);

        using var page = JsonDocument.Parse(await _pages.GetStringAsync(Page(""), Token));

        SharedSandbox.Strings(page.RootElement).ShouldBe(named, ignoreOrder: true);
    }

    [Fact]
    public async Task An_endpoint_is_broken_and_restored_by_hand()
    {
        (await SendAsync(HttpMethod.Put, "/ctTimeseries/" + SandboxCredentials.Unavailable)).ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(SandboxClient.CtPath)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(SandboxClient.BytimePath() + "?time_delta=hour")).ShouldBe(HttpStatusCode.OK);

        (await SendAsync(HttpMethod.Delete, "/ctTimeseries")).ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(SandboxClient.CtPath)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("ctTimeseriesGroups", "radar/ct/timeseries_groups/CA")]
    [InlineData("ctSummary", "radar/ct/summary/CA")]
    [InlineData("ctAuthorities", "radar/ct/authorities")]
    [InlineData("ctAuthority", "radar/ct/authorities/24EDD4E503A8D3FDB5FFB4AF66C887359901CBE687A5A0760D10A08EED99A7C3")]
    [InlineData("ctLogs", "radar/ct/logs")]
    [InlineData("ctLog", "radar/ct/logs/argon2024")]
    public async Task An_endpoint_of_Radar_is_broken_by_its_name_and_no_other_with_it(string name, string path)
    {
        (await SendAsync(HttpMethod.Put, $"/{name}/{SandboxCredentials.Unavailable}")).ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(path)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(path.StartsWith("radar/ct/authorities", StringComparison.Ordinal) ? "radar/ct/logs" : "radar/ct/authorities")).ShouldBe(HttpStatusCode.OK);
        (await SendAsync(HttpMethod.Delete, "/" + name)).ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(path)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/ctTimeseries/" + SandboxCredentials.Everything)]
    [InlineData("/nowhere/" + SandboxCredentials.Slow)]
    [InlineData("/1/" + SandboxCredentials.Slow)]
    [InlineData("/ctTimeseries")]
    public async Task What_is_unknown_is_not_found(string path) =>
        (await SendAsync(HttpMethod.Put, path)).ShouldBe(HttpStatusCode.NotFound);

    private Uri Page(string path) => new(_host.Address, "sandbox/faults" + path);

    private async Task<HttpStatusCode> SendAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, Page(path));
        using var response = await _pages.SendAsync(request, Token);
        return response.StatusCode;
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var response = await _client.GetAsync(path);
        return response.StatusCode;
    }
}
