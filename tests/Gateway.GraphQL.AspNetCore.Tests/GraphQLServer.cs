using System.Text;
using System.Text.Json.Nodes;
using Gateway.GraphQL.Execution;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.GraphQL.AspNetCore.Tests;

/// <summary>The transport on Kestrel, at a free port, with a client that follows no redirects.</summary>
public sealed class GraphQLServer : IAsyncLifetime
{
    public const string GraphQLResponse = "application/graphql-response+json";

    private readonly Action<GraphQLServerOptions> _options;
    private readonly Action<IRequestExecutorBuilder> _server;
    private readonly string _prefix;
    private WebApplication? _app;

    public GraphQLServer()
        : this(_ => { })
    {
    }

    internal GraphQLServer(Action<GraphQLServerOptions> options, Action<IRequestExecutorBuilder>? server = null, string prefix = "")
    {
        _options = options;
        _server = server ?? (_ => { });
        _prefix = prefix;
    }

    internal StubExecutor Executor { get; } = new();

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _server(builder.Services.AddGraphQLServer(maxAllowedRequestSize: 1000));
        builder.Services.AddSingleton<IRequestExecutor>(Executor);
        _app = builder.Build();
        _app.MapGraphQL(_prefix + "/graphql").WithOptions(_options);
        await _app.StartAsync();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Urls.First() + _prefix + "/") };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
    }

    public Task<HttpResponseMessage> PostAsync(string body, string? accept = null, string? contentType = "application/json") =>
        PostAsync(Encoding.UTF8.GetBytes(body), accept, contentType);

    public Task<HttpResponseMessage> PostAsync(byte[] body, string? accept = null, string? contentType = "application/json")
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return SendAsync(HttpMethod.Post, "graphql", accept, content);
    }

    public Task<HttpResponseMessage> GetAsync(string uri, string? accept = null) => SendAsync(HttpMethod.Get, uri, accept);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string uri, string? accept = null, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, uri) { Content = content };
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

internal static class HttpResponseExtensions
{
    public static string? MediaType(this HttpResponseMessage response) => response.Content.Headers.ContentType?.ToString();

    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

    public static async Task<JsonNode> DataAsync(this HttpResponseMessage response) => (await response.JsonAsync())["data"]!;

    public static async Task<string?> CodeAsync(this HttpResponseMessage response) =>
        (string?)(await response.JsonAsync())["errors"]![0]!["extensions"]?["code"];

    public static async Task<string> MessageAsync(this HttpResponseMessage response) =>
        (string)(await response.JsonAsync())["errors"]![0]!["message"]!;
}
