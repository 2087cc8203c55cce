using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Gateway.Tests.Caching.Redis;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.EndToEnd;

/// <summary>Clients that break off or send nonsense. They need no credential for it, so the log must not grow with them.</summary>
[Trait("Gateway", "InProcess")]
public sealed class LeavingClientsTests
{
    private const string Head = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    private const string Continue = "HTTP/1.1 100 Continue\r\n\r\n";
    private const string Connections = "Microsoft.AspNetCore.Server.Kestrel.Connections";
    private const int Clients = 5;

    public static TheoryData<string, string, string> Uploads => new()
    {
        { "a length", Head + "Expect: 100-continue\r\nContent-Length: 1000\r\n\r\n", "{\"query\":\"{ __ty" },
        { "a length, without a byte of it", Head + "Expect: 100-continue\r\nContent-Length: 1000\r\n\r\n", "" },
        { "chunks, in a chunk", Head + "Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n", "40\r\n{\"query\":" },
        { "chunks, between two", Head + "Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n", "9\r\n{\"query\":\r\n" },
    };

    [Theory]
    [MemberData(nameof(Uploads))]
    public async Task A_client_that_resets_in_the_middle_of_its_upload_is_nobodys_fault(string name, string head, string part)
    {
        await using var app = await StartAsync();

        for (var i = 0; i < Clients; i++)
        {
            using var socket = await ConnectAsync(app);
            await SendAsync(socket, head);
            // The gateway sends this when it begins to read the body.
            (await ReceiveAsync(socket)).ShouldStartWith(Continue);
            await SendAsync(socket, part);
            Reset(socket);
        }

        await ShouldBeQuietAsync(app, name);
    }

    [Theory]
    [MemberData(nameof(Uploads))]
    public async Task Neither_is_one_that_closes_its_side(string name, string head, string part)
    {
        await using var app = await StartAsync();

        for (var i = 0; i < Clients; i++)
        {
            using var socket = await ConnectAsync(app);
            await SendAsync(socket, head);
            (await ReceiveAsync(socket)).ShouldStartWith(Continue);
            await SendAsync(socket, part);
            socket.Shutdown(SocketShutdown.Send);
        }

        await ShouldBeQuietAsync(app, name);
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("GET /graphql HTTP/1.1\r\n\r\n")]
    [InlineData("GET /graphql HTTP/9.9\r\nHost: x\r\n\r\n")]
    [InlineData(Head + "Content-Length: -1\r\n\r\n")]
    [InlineData(Head + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n")]
    [InlineData(Head + "Transfer-Encoding: chunked\r\n\r\nnonsense\r\n")]
    [InlineData(Head + "Transfer-Encoding: gzip\r\n\r\n")]
    [InlineData("GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n")]
    public async Task Nor_one_that_does_not_speak_HTTP(string request)
    {
        await using var app = await StartAsync();

        for (var i = 0; i < Clients; i++)
        {
            using var socket = await ConnectAsync(app);
            await SendAsync(socket, request);
            (await ReceiveAsync(socket)).ShouldMatch("^HTTP/1.1 [45]");
        }

        await ShouldBeQuietAsync(app, request);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Accept-Encoding: br\r\n")]
    public async Task Nor_one_that_resets_while_its_answer_is_on_its_way(string header)
    {
        await using var app = await StartAsync();
        // About 2 MB, more than the buffers of the sockets hold.
        const string Query = "{ ctTimeseries(aggInterval: FIFTEEN_MINUTES, dateRange: [LIST]) { series { points { timestamp value } values timestamps } } }";
        var body = $$"""{"query":"{{Query.Replace("LIST", string.Join(',', Enumerable.Repeat("\\\"7d\\\"", 20)), StringComparison.Ordinal)}}"}""";

        for (var i = 0; i < Clients; i++)
        {
            using var socket = await ConnectAsync(app);
            await SendAsync(socket, $"{Head}{header}Authorization: Bearer a-token\r\nContent-Length: {body.Length}\r\n\r\n{body}");
            (await ReceiveAsync(socket)).ShouldStartWith("HTTP/1.1 200");
            Reset(socket);
        }

        await ShouldBeQuietAsync(app, header);
    }

    [Fact]
    public async Task Nor_one_that_resets_its_stream_over_HTTP2()
    {
        await using var app = await StartAsync(("Kestrel:EndpointDefaults:Protocols", "Http2"));
        using (var client = new HttpClient { BaseAddress = app.Client.BaseAddress })
        {
            for (var i = 0; i < Clients; i++)
            {
                using var gone = new CancellationTokenSource();
                using var content = new StalledContent();
                using var request = new HttpRequestMessage(HttpMethod.Post, "")
                {
                    Version = HttpVersion.Version20,
                    VersionPolicy = HttpVersionPolicy.RequestVersionExact,
                    Content = content,
                };
                request.Headers.ExpectContinue = true;
                var sending = client.SendAsync(request, gone.Token);
                await content.Begun.WaitAsync(TestContext.Current.CancellationToken);
                await gone.CancelAsync();
                await Should.ThrowAsync<OperationCanceledException>(sending);
            }
        }

        await ShouldBeQuietAsync(app, "HTTP/2", connections: 1);
    }

    private static async Task<GatewayApp> StartAsync(params (string, string)[] settings)
    {
        var app = new GatewayApp { Setup = ("Production", [($"Logging:LogLevel:{Connections}", "Debug"), .. settings]) };
        await app.InitializeAsync();
        return app;
    }

    private static async Task<Socket> ConnectAsync(GatewayApp app)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(app.Client.BaseAddress!.Host, app.Client.BaseAddress.Port, TestContext.Current.CancellationToken);
        return socket;
    }

    private static async Task SendAsync(Socket socket, string text) =>
        await socket.SendAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

    private static async Task<string> ReceiveAsync(Socket socket)
    {
        var buffer = new byte[1024];
        return Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken));
    }

    // Closes with an RST in place of a FIN.
    private static void Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    /// <summary>Waits until the server is done with all connections, and looks at all that was logged of them.</summary>
    private static async Task ShouldBeQuietAsync(GatewayApp app, string what, int connections = Clients)
    {
        await Eventually.IsAsync(() => app.Logs.GetSnapshot().Count(record =>
            record is { Category: Connections, Id.Name: "ConnectionStop" }) >= connections);

        var counts = app.Logs.GetSnapshot().Where(record => record.Level >= LogLevel.Warning)
            .CountBy(record => (record.Level, record.Category, record.Message, $"{record.Exception}")).ToList();
        counts.ShouldBeEmpty(what);
    }

    /// <summary>A body that begins and does not end.</summary>
    private sealed class StalledContent : HttpContent
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public StalledContent() => Headers.ContentType = new MediaTypeHeaderValue("application/json");

        public Task Begun => _begun.Task;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync("{\"query\":"u8.ToArray(), cancellationToken);
            await stream.FlushAsync(cancellationToken);
            _begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
