using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Gateway.Sandbox.Tests;

/// <summary>A bare HTTP client: no redirects, no decompression, targets sent as they are written.</summary>
public sealed class SandboxClient(SandboxHost host) : IDisposable
{
    public const string CtPath = "radar/ct/timeseries";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public static string BytimePath(string zone = SharedSandbox.Zone) => $"zones/{zone}/spectrum/analytics/events/bytime";

    public void Dispose() => _http.Dispose();

    /// <param name="path">What follows the base address.</param>
    public HttpRequestMessage Request(string path, string? token = SandboxCredentials.Everything)
    {
        var target = new Uri($"{host.BaseUrl}/{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(HttpMethod.Get, target);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> GetAsync(string path, string? token = SandboxCredentials.Everything) => SendAsync(Request(path, token));

    public async Task<(HttpStatusCode Status, JsonElement Body)> GetJsonAsync(string path, string? token = SandboxCredentials.Everything)
    {
        using var response = await GetAsync(path, token);
        return (response.StatusCode, await ReadJsonAsync(response));
    }

    public static async Task<JsonElement> ReadJsonAsync(HttpResponseMessage response)
    {
        var stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var document = await JsonDocument.ParseAsync(stream, default, TestContext.Current.CancellationToken);
        return document.RootElement.Clone();
    }

    public static async Task<string> ReadTextAsync(HttpResponseMessage response) =>
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
