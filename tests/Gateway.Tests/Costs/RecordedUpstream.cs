using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gateway.Tests.Costs;

/// <summary>A server in place of Cloudflare that gives one recorded answer to all requests, without allocations.</summary>
internal sealed class RecordedUpstream : IDisposable
{
    private readonly Socket _listener = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly byte[] _answer;
    private int _answered;

    public RecordedUpstream(string json)
    {
        _answer = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}"));
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        new Thread(Accept) { IsBackground = true }.Start();
    }

    public string BaseUrl => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}/client/v4";

    /// <summary>The number of requests so far.</summary>
    public int Answered => Volatile.Read(ref _answered);

    public void Dispose() => _listener.Dispose();

    private void Accept()
    {
        try
        {
            while (true)
            {
                var connection = _listener.Accept();
                new Thread(() => Serve(connection)) { IsBackground = true }.Start();
            }
        }
        catch (SocketException)
        {
            // The listener was disposed.
        }
    }

    private void Serve(Socket connection)
    {
        using var _ = connection;
        connection.NoDelay = true;
        var request = new byte[64 * 1024];
        var received = 0;
        try
        {
            while (connection.Receive(request.AsSpan(received)) is > 0 and var read)
            {
                received += read;
                if (request.AsSpan(0, received).EndsWith("\r\n\r\n"u8))
                {
                    Interlocked.Increment(ref _answered);
                    connection.Send(_answer);
                    received = 0;
                }
            }
        }
        catch (SocketException)
        {
            // The gateway closed the connection.
        }
    }
}
