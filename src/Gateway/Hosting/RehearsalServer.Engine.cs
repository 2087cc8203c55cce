using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gateway.Hosting;

/// <summary>
/// Stands in for Cloudflare's API, with the same body for each call. It is a server on this machine, so that connections are rehearsed too.
/// </summary>
internal sealed class RehearsalServer : IAsyncDisposable
{
    // So that the client has begun to wait, since what goes on after a wait is code too. A start waits for this once a feature.
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(1);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public RehearsalServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public string BaseUrl => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public string Answer { get; set; } = "";

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();

        // A stopped listener refuses to wait for a connection, whether or not that is cancelled.
        await _serving;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
        {
            // The rehearsal is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var head = new byte[8 * 1024];
        for (var length = 0; head.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0;)
        {
            var read = await stream.ReadAsync(head.AsMemory(length), _end.Token);
            if (read == 0)
            {
                return;
            }

            length += read;
        }

        await Task.Delay(Latency, TimeProvider.System, _end.Token);
        var body = new byte[BrotliEncoder.GetMaxCompressedLength(Encoding.UTF8.GetByteCount(Answer))];
        BrotliEncoder.TryCompress(Encoding.UTF8.GetBytes(Answer), body, out var compressed);
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nCf-Ray: 0000000000000000-ZZZ\r\n"
                + "Ratelimit: \"default\";r=1199;t=300\r\nRatelimit-Policy: \"default\";q=1200;w=300\r\n"
                + $"Content-Encoding: br\r\nContent-Length: {compressed}\r\n\r\n"),
            _end.Token);
        await stream.WriteAsync(body.AsMemory(0, compressed), _end.Token);
    }
}
