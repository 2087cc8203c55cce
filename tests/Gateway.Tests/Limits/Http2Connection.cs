using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace Gateway.Tests.Limits;

/// <summary>
/// A connection of HTTP/2 without TLS, frame by frame (RFC 9113), whose streams have a window of zero: the server may send a stream's body
/// only as far as <see cref="GrantAsync"/> lets it.
/// </summary>
internal sealed class Http2Connection : IDisposable
{
    private const byte Data = 0;
    private const byte Headers = 1;
    private const byte ResetStream = 3;
    private const byte Settings = 4;
    private const byte WindowUpdate = 8;
    private const byte EndStream = 1;
    private const byte EndHeaders = 4;
    private const byte Ack = 1;

    private readonly TcpClient _client = new() { NoDelay = true };
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<int, Stream> _streams = [];
    private readonly Uri _url;

    private Http2Connection(Uri url) => _url = url;

    public static async Task<Http2Connection> OpenAsync(Uri url)
    {
        var connection = new Http2Connection(url);
        await connection._client.ConnectAsync(url.Host, url.Port, TestContext.Current.CancellationToken);
        await connection.WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());

        // SETTINGS_INITIAL_WINDOW_SIZE is 0.
        await connection.SendAsync(Settings, 0, 0, [0, 4, 0, 0, 0, 0]);

        // The connection's own window is no bound.
        await connection.SendAsync(WindowUpdate, 0, 0, [0x7F, 0xFE, 0, 0]);
        _ = connection.ReadAsync();
        return connection;
    }

    /// <summary>Posts a body on a new stream, and ends when the headers of the response are there.</summary>
    public async Task PostAsync(int stream, string token, string body)
    {
        var headers = new List<byte> { 0x83, 0x86 };
        Add(":path", _url.AbsolutePath);
        Add(":authority", _url.Authority);
        Add("content-type", "application/json");
        Add("authorization", $"Bearer {token}");
        var opened = _streams.GetOrAdd(stream, _ => new Stream());
        await SendAsync(Headers, EndHeaders, stream, [.. headers]);
        await SendAsync(Data, EndStream, stream, Encoding.UTF8.GetBytes(body));
        await opened.Begun.Task.WaitAsync(TestContext.Current.CancellationToken);

        // A literal that is not indexed, with a new name (RFC 7541, section 6.2.2). All lengths are below 127.
        void Add(string name, string value)
        {
            headers.Add(0);
            headers.Add((byte)name.Length);
            headers.AddRange(Encoding.ASCII.GetBytes(name));
            headers.Add((byte)value.Length);
            headers.AddRange(Encoding.ASCII.GetBytes(value));
        }
    }

    /// <summary>Lets the server send some bytes of a stream, and ends when they are there.</summary>
    public async Task GrantAsync(int stream, int bytes)
    {
        var granted = _streams[stream].Expect(bytes);
        var increment = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(increment, bytes);
        await SendAsync(WindowUpdate, 0, stream, increment);
        await granted.WaitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Ends when the server resets the stream.</summary>
    public Task ResetAsync(int stream) => _streams[stream].Reset.Task.WaitAsync(TestContext.Current.CancellationToken);

    public bool IsReset(int stream) => _streams[stream].Reset.Task.IsCompleted;

    public void Dispose() => _client.Dispose();

    private async Task ReadAsync()
    {
        var header = new byte[9];
        try
        {
            while (true)
            {
                await _client.GetStream().ReadExactlyAsync(header);
                var payload = new byte[(header[0] << 16) | (header[1] << 8) | header[2]];
                await _client.GetStream().ReadExactlyAsync(payload);
                var stream = _streams.GetOrAdd(BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(5)), _ => new Stream());
                switch (header[3])
                {
                    case Settings when header[4] != Ack: await SendAsync(Settings, Ack, 0, []); break;
                    case Headers: stream.Begun.TrySetResult(); break;
                    case Data: stream.Receive(payload.Length); break;
                    case ResetStream: stream.Reset.TrySetResult(); break;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The connection has ended.
        }
    }

    private async Task SendAsync(byte type, byte flags, int stream, byte[] payload)
    {
        var frame = new byte[9 + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(0), payload.Length << 8);
        (frame[3], frame[4]) = (type, flags);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame, 9);
        await WriteAsync(frame);
    }

    private async Task WriteAsync(byte[] bytes)
    {
        await _sending.WaitAsync();
        try
        {
            await _client.GetStream().WriteAsync(bytes);
        }
        finally
        {
            _sending.Release();
        }
    }

    private sealed class Stream
    {
        private readonly Lock _gate = new();
        private long _received;
        private long _expected;
        private TaskCompletionSource _arrived = new();

        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Reset { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Expect(int bytes)
        {
            lock (_gate)
            {
                _expected = _received + bytes;
                _arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                return _arrived.Task;
            }
        }

        public void Receive(int bytes)
        {
            lock (_gate)
            {
                _received += bytes;
                if (_received >= _expected)
                {
                    _arrived.TrySetResult();
                }
            }
        }
    }
}
