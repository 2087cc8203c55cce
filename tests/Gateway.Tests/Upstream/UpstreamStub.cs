using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Upstream;

/// <summary>A request as received.</summary>
internal sealed record UpstreamCall(string Target, IReadOnlyDictionary<string, string> Headers);

/// <summary>An HTTP server instead of Cloudflare. It records each request and gives the responses of the test.</summary>
internal sealed class UpstreamStub : IAsyncDisposable
{
    private readonly WebApplication _app;

    private UpstreamStub(WebApplication app) => _app = app;

    public ConcurrentQueue<UpstreamCall> Calls { get; } = new();

    public string BaseUrl => _app.Urls.First() + "/client/v4";

    public static async Task<UpstreamStub> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.WebHost.UseSetting("shutdownTimeoutSeconds", "1");
        var app = builder.Build();
        var stub = new UpstreamStub(app);
        app.Run(context =>
        {
            stub.Calls.Enqueue(new UpstreamCall(
                context.Features.Get<IHttpRequestFeature>()!.RawTarget,
                context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            return answer(context);
        });
        await app.StartAsync();
        return stub;
    }

    /// <summary>Answers every request with one status, body and set of headers.</summary>
    public static Task<UpstreamStub> StartAsync(int status, string body, string contentType = "application/json", params (string Name, string Value)[] headers) =>
        StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            if (status != 204)
            {
                context.Response.ContentType = contentType;
                await context.Response.WriteAsync(body, context.RequestAborted);
            }
        });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
