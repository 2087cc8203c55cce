using Gateway.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Hosting;

/// <summary>The gateway's hosting on Kestrel at a free port, with a few test endpoints.</summary>
internal sealed class HostedApp : IAsyncDisposable
{
    public static readonly string LargeAnswer = $$"""{"data":"{{new string('x', 10_000)}}"}""";

    private readonly WebApplication _app;

    private HostedApp(WebApplication app)
    {
        _app = app;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public FakeLogCollector Logs => _app.Services.GetFakeLogCollector();

    public T Options<T>()
        where T : class => _app.Services.GetRequiredService<IOptions<T>>().Value;

    public static async Task<HostedApp> StartAsync(Dictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Test", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddFakeLogging();
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.Configuration.AddInMemoryCollection([new("urls", "http://127.0.0.1:0")]);
        services?.Invoke(builder.Services);
        builder.AddHosting();

        var app = builder.Build();
        app.UseHosting();
        app.MapHealth();
        app.MapGet("/client", (HttpContext context) => $"{context.Request.Scheme} {context.Connection.RemoteIpAddress} {context.Request.PathBase}");
        app.MapGet("/bug", string () => throw new InvalidOperationException("a secret"));
        app.MapGet("/large", () => Results.Text(LargeAnswer, "application/graphql-response+json; charset=utf-8"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new HostedApp(app);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string uri, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, uri);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> GetAsync(string uri, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, uri, headers);

    public async Task<string> GetTextAsync(string uri, params (string Name, string Value)[] headers)
    {
        using var response = await GetAsync(uri, headers);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
