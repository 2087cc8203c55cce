using System.Buffers;
using System.Net;
using Gateway.Upstream.RateLimiting;

namespace Gateway.Upstream.Buffering;

/// <summary>The decompressed body of a response, in pooled memory. Disposing the response returns the memory.</summary>
/// <param name="buffers">The pool.</param>
/// <param name="credential">The credential of the call.</param>
/// <param name="limit">What the response's headers say about the credential's rate limit.</param>
internal sealed class BufferedBody(BodyBuffers buffers, CredentialFingerprint credential, RateLimitReading limit) : HttpContent
{
    private BodySegment? _last;
    private int _length;
    private bool _hasWaited;

    public CredentialFingerprint Credential => credential;

    /// <summary>What the response says about the credential's rate limit.</summary>
    public RateLimitReading Limit { get; set; } = limit;

    /// <summary>The status that Cloudflare sent, if a handler has replaced it by what the response means.</summary>
    public int? SentStatus { get; set; }

    /// <summary>Why the body is incomplete or unreadable, as an end of "Cloudflare's answer …"; null for a complete body.</summary>
    public string? Fault { get; private set; }

    public ReadOnlySequence<byte> Bytes =>
        First is null ? default : new ReadOnlySequence<byte>(First, 0, _last!, (int)(_length - _last!.RunningIndex));

    public BodySegment? First { get; private set; }

    /// <summary>The number of segments beyond the first.</summary>
    public int Grown { get; private set; }

    public void Append(BodySegment segment)
    {
        segment.Follow(_last);
        Grown += First is null ? 0 : 1;
        First ??= segment;
        _last = segment;
    }

    /// <summary>Reads a stream to its end or to the bound.</summary>
    /// <exception cref="NoBufferException">
    /// Reading failed or was cancelled after it had waited for memory, so the gateway is the cause.
    /// </exception>
    public async Task FillAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            Fault = await ReadAsync(stream, maxBytes, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // Corrupt data: gzip and deflate throw the former, Brotli throws the latter.
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

/// <summary>A response could not be read in time because the memory for bodies was in use.</summary>
internal sealed class NoBufferException(Exception inner) : Exception("No memory for the body became free in time.", inner);
