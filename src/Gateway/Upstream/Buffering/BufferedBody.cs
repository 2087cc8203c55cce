using System.Buffers;
using System.Net;
using Gateway.Upstream.RateLimiting;

namespace Gateway.Upstream.Buffering;

/// <summary>The body of a response in memory, decompressed; disposing it, as its response does, gives the memory back.</summary>
/// <param name="buffers">Where the memory comes from.</param>
/// <param name="credential">Whose answer it is.</param>
/// <param name="limit">What the headers said of the credential's rate limit.</param>
internal sealed class BufferedBody(BodyBuffers buffers, CredentialFingerprint credential, RateLimitReading limit) : HttpContent
{
    private BodySegment? _last;
    private int _length;
    private bool _hasWaited;

    public CredentialFingerprint Credential => credential;

    public RateLimitReading Limit => limit;

    /// <summary>Why it is not all there or can't be read, to follow "an answer that"; null where all is well.</summary>
    public string? Fault { get; private set; }

    public ReadOnlySequence<byte> Bytes =>
        First is null ? default : new ReadOnlySequence<byte>(First, 0, _last!, (int)(_length - _last!.RunningIndex));

    public BodySegment? First { get; private set; }

    /// <summary>Segments beyond the first.</summary>
    public int Grown { get; private set; }

    public void Append(BodySegment segment)
    {
        segment.Follow(_last);
        Grown += First is null ? 0 : 1;
        First ??= segment;
        _last = segment;
    }

    /// <summary>Reads to the end of a stream, or to the bound.</summary>
    /// <exception cref="NoBufferException">It failed, was cut off or cancelled after it had waited for memory: that is nobody's fault but
    /// the gateway's.</exception>
    public async Task FillAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            Fault = await ReadAsync(stream, maxBytes, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // The former is what gzip and deflate throw on bytes that they can't have written, the latter what brotli throws.
            Fault = "is not compressed as it says";
        }
        catch (Exception exception) when (_hasWaited && exception is IOException or HttpRequestException or OperationCanceledException)
        {
            throw new NoBufferException(exception);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        throw new NotSupportedException("A buffered body is read where it is.");

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        buffers.Return(this);
        (First, _last, _length, Grown) = (null, null, 0, 0);
        base.Dispose(disposing);
    }

    private async Task<string?> ReadAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            var taking = buffers.TakeAsync(this, cancellationToken);
            _hasWaited |= !taking.IsCompleted;
            var segment = await taking;
            var most = Math.Min(BodySegment.Size, maxBytes - _length);
            var read = await stream.ReadAtLeastAsync(segment.Bytes.AsMemory(0, most), most, throwOnEndOfStream: false, cancellationToken);
            _length += read;
            if (read < most)
            {
                return null;
            }

            if (_length == maxBytes)
            {
                return await stream.ReadAsync(new byte[1], cancellationToken) == 0 ? null : "is larger than the gateway reads";
            }
        }
    }
}

/// <summary>An answer could not be read in time, since the memory for bodies was in use.</summary>
internal sealed class NoBufferException(Exception inner) : Exception("No memory for the body became free in time.", inner);
