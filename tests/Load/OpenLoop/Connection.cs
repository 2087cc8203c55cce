using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace OpenLoop;

/// <summary>One connection with at most one request under way. Reads never wait.</summary>
internal sealed class Connection
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[1 << 20];
    private int _received;
    private int _expected;

    public Connection(IPEndPoint server)
    {
        _socket.Connect(server);
        _socket.Blocking = false;
    }

    /// <summary>When the request under way was due, in ticks of the stopwatch.</summary>
    public long Due { get; private set; }

    public void Send(ReadOnlySpan<byte> request, long due)
    {
        (Due, _received, _expected) = (due, 0, 0);
        if (_socket.Send(request, SocketFlags.None, out var error) != request.Length)
        {
            throw new InvalidOperationException($"A request did not fit into the socket: {error}.");
        }
    }

    /// <summary>Whether all of the answer is there; throws unless its status is 200 and its length is told.</summary>
    public bool TryFinish()
    {
        var count = _socket.Receive(_buffer.AsSpan(_received), SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock)
        {
            return false;
        }

        if (error != SocketError.Success || count == 0)
        {
            throw new InvalidOperationException($"The server closed a connection: {error}.");
        }

        _received += count;
        var answer = _buffer.AsSpan(0, _received);
        if (_expected == 0 && answer.IndexOf("\r\n\r\n"u8) is >= 0 and var end)
        {
            _expected = end + 4 + BodyLength(answer[..end]);
        }

        return _expected > 0 && _received >= _expected;
    }

    private static int BodyLength(ReadOnlySpan<byte> head)
    {
        var field = "Content-Length: "u8;
        if (!head.StartsWith("HTTP/1.1 200"u8)
            || head.IndexOf(field) is var at && at < 0
            || !Utf8Parser.TryParse(head[(at + field.Length)..], out int length, out _))
        {
            throw new InvalidOperationException("The answer is not a 200 with its length.");
        }

        return length;
    }
}
