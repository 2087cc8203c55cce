using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Gateway.GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.GraphQL.AspNetCore.Tests;

/// <summary>The transport of one version on Kestrel, with the real engine, and a client that writes requests byte by byte.</summary>
internal sealed class SpecificationServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SpecificationServer(WebApplication app) => _app = app;

    /// <param name="version">The version of GraphQL over HTTP.</param>
    /// <param name="hasMutations">Whether the schema has a mutation type.</param>
    public static async Task<SpecificationServer> StartAsync(string version, bool hasMutations = true)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(static kestrel =>
        {
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1);
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(1_000_000, TimeSpan.FromSeconds(1.1));
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IResponseMemory, NoMemory>();
        var server = builder.Services.AddGraphQLServer(maxAllowedRequestSize: 100_000)
            .ConfigureSchema(static schema => schema.AddGeneratedTypes())
            .AddQueryType()
            .AddTypeExtension(typeof(Fields))
            .ModifyRequestOptions(static options => options.ExecutionTimeout = TimeSpan.FromMilliseconds(200))
            .AddHttpResponseFormatter(new HttpResponseFormatterOptions { HttpTransportVersion = Enum.Parse<HttpTransportVersion>(version) });
        if (hasMutations)
        {
            server.AddMutationType().AddTypeExtension<Mutations>();
        }

        var app = builder.Build();
        app.Use(static (context, next) =>
            context.Request.Headers.ContainsKey("X-Bug") ? throw new InvalidOperationException("a bug") : next(context));
        app.MapGraphQL().WithOptions(static options => options.Batching = AllowedBatching.RequestBatching);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new SpecificationServer(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    /// <summary>Sends a request as it is, and reads the response to the end of the connection.</summary>
    public async Task<RawResponse> SendAsync(byte[] request)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", new Uri(_app.Urls.First()).Port, TestContext.Current.CancellationToken);
        await socket.SendAsync(request, TestContext.Current.CancellationToken);
        using var response = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken)) > 0;)
        {
            response.Write(buffer, 0, read);
        }

        return RawResponse.Parse(Encoding.UTF8.GetString(response.ToArray()));
    }

    [QueryType]
    public static partial class Fields
    {
        public static string Hello(string? name) => $"hello {name}";

        public static string? Fails() => throw new GraphQLException("This field fails.");

        public static string FailsAll() => throw new GraphQLException("This field fails, and null may not stand in its place.");

        public static int Number(int of) => of;

        public static async Task<string?> HangsAsync(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        }

        public static string Large() => new('x', 100_000);
    }

    [MutationType]
    public sealed partial class Mutations
    {
        public bool Change() => true;
    }

    /// <summary>Has no room for a large response.</summary>
    private sealed class NoMemory : IResponseMemory
    {
        public IResponseShare Open(object? state) => new Share();

        private sealed class Share : IResponseShare
        {
            public IError? Grow(int bytes) =>
                ErrorBuilder.New().SetMessage("There is no room.").SetExtension("retryAfterSeconds", 1).Build();

            public void Dispose()
            {
            }
        }
    }
}

/// <summary>A response as it came.</summary>
internal sealed record RawResponse(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? ContentType => Headers.GetValueOrDefault("Content-Type");

    public static RawResponse Parse(string response)
    {
        var end = response.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = response[..end].Split("\r\n");
        return new RawResponse(
            int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture),
            lines[1..].Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase),
            response[(end + 4)..]);
    }
}
