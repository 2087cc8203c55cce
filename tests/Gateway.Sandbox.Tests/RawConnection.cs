using System.Net.Sockets;
using System.Text;

namespace Gateway.Sandbox.Tests;

/// <summary>One connection without an HTTP client, for what only shows on the socket: how it ends, and what came before.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly StringBuilder _received = new();

    /// <summary>Requests CT data over a new connection.</summary>
    public static async Task<RawConnection> AskAsync(SandboxHost host, string token)
    {
        var connection = new RawConnection();
        await connection._socket.ConnectAsync(host.Address.Host, host.Address.Port, TestContext.Current.CancellationToken);
        var request = $"GET /client/v4/{SandboxClient.CtPath} HTTP/1.1\r\nHost: sandbox\r\nAuthorization: Bearer {token}\r\n\r\n";
        await connection._socket.SendAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>What has come so far.</summary>
    public string Received => _received.ToString();

    /// <summary>Reads until what has come is enough.</summary>
    public async Task ReadAsync(Func<string, bool> enough)
    {
        while (!enough(Received))
            (await ReadOnceAsync()).ShouldBeGreaterThan(0, "the connection ended");
    }

    /// <summary>Reads until the connection ends.</summary>
    /// <returns><see cref="SocketError.Success"/> after a FIN, <see cref="SocketError.ConnectionReset"/> after an RST.</returns>
    public async Task<SocketError> ReadToEndAsync()
    {
        try
        {
            while (await ReadOnceAsync() > 0)
            {
            }

            return SocketError.Success;
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode;
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task<int> ReadOnceAsync()
    {
        var buffer = new byte[16 * 1024];
        var count = await _socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        _received.Append(Encoding.ASCII.GetString(buffer, 0, count));
        return count;
    }
}
