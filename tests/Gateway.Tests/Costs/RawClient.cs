using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Gateway.Tests.Costs;

/// <summary>A connection that sends a request repeatedly, without allocations.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _request;
    private readonly byte[] _response = new byte[256 * 1024];

    public RawClient(Uri url, string token, string body)
    {
        _request = Encoding.UTF8.GetBytes(
            $"POST {url.AbsolutePath} HTTP/1.1\r\nHost: {url.Authority}\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n"
            + $"Accept: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
        _socket.Connect(url.Host, url.Port);
    }

    /// <summary>Replaces the body's last eight digits, so that the request is another one.</summary>
    public void Vary(int number)
    {
        var last = _request.AsSpan().LastIndexOfAnyInRange((byte)'0', (byte)'9');
        number.TryFormat(_request.AsSpan(last - 7), out _, "D8", CultureInfo.InvariantCulture);
    }

    /// <summary>Asks, and reads the whole answer.</summary>
    public int Ask()
    {
        _socket.Send(_request);
        var received = 0;
        int whole;
        do
        {
            var read = _socket.Receive(_response.AsSpan(received));
            if (read == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            received += read;
        }
        while ((whole = WholeLength(_response.AsSpan(0, received))) < 0 || received < whole);

        return received;
    }

    public string LastBody(int length)
    {
        var response = _response.AsSpan(0, length);
        return Encoding.UTF8.GetString(response[(response.IndexOf("\r\n\r\n"u8) + 4)..]);
    }

    public void Dispose() => _socket.Dispose();

    // -1 if the headers are not complete yet.
    private static int WholeLength(ReadOnlySpan<byte> response)
    {
        var end = response.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return -1;
        }

        var name = "Content-Length: "u8;
        var value = response[(response.IndexOf(name) + name.Length)..];
        return end + 4 + int.Parse(value[..value.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
    }
}
