using System.Net.Sockets;
using System.Text;

namespace Gateway.Tests.Limits;

/// <summary>Connections that send a request and read no more than the status of its answer.</summary>
internal sealed class UnreadConnections(Uri url, int count) : IDisposable
{
    private readonly Socket[] _sockets = [.. Enumerable.Range(0, count).Select(
        _ => new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = 4096 })];

    /// <summary>Sends the request on all connections at once, and returns the status of each answer.</summary>
    public Task<int[]> SendAsync(string body, string token, string headers = "") =>
        Task.WhenAll(_sockets.Select(socket => SendAsync(socket, body, token, headers)));

    /// <summary>Reads what is left on each connection, until the server closes it.</summary>
    public Task<long[]> DrainAsync() => Task.WhenAll(_sockets.Select(DrainAsync));

    public void Dispose() => Array.ForEach(_sockets, socket => socket.Dispose());

    private async Task<int> SendAsync(Socket socket, string body, string token, string headers)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await socket.ConnectAsync(url.Host, url.Port, cancellation);
        await socket.SendAsync(
            Encoding.UTF8.GetBytes(
                $"POST {url.AbsolutePath} HTTP/1.1\r\nHost: {url.Authority}\r\nConnection: close\r\nAuthorization: Bearer {token}\r\n{headers}"
                + $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"),
            cancellation);
        var status = new byte["HTTP/1.1 200".Length];
        for (var read = 0; read < status.Length;)
        {
            read += await socket.ReceiveAsync(status.AsMemory(read), cancellation) is > 0 and var more
                ? more
                : throw new IOException("The server closed the connection.");
        }

        return int.Parse(status.AsSpan("HTTP/1.1 ".Length), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<long> DrainAsync(Socket socket)
    {
        var buffer = new byte[64 * 1024];
        var total = 0L;
        try
        {
            while (await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var read)
            {
                total += read;
            }
        }
        catch (SocketException reset) when (reset.SocketErrorCode == SocketError.ConnectionReset)
        {
            // The server has aborted the connection.
        }

        return total;
    }
}
