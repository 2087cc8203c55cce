using System.Buffers;

namespace Gateway.Cloudflare;

/// <summary>The whole of a response's body in pooled memory, up to a bound.</summary>
internal sealed class PooledBody : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int _length;

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length);

    /// <summary>Reads to the end of the body, or to where it stops being of use.</summary>
    public async Task<BodyEnd> ReadAsync(Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            return await FillAsync(body, maxBytes, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // What gzip and deflate throw on bytes that they can't have written, and what brotli throws.
            return BodyEnd.Undecodable;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private async Task<BodyEnd> FillAsync(Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_length == _buffer.Length)
            {
                Grow();
            }

            var read = await body.ReadAsync(_buffer.AsMemory(_length), cancellationToken);
            if (read == 0)
            {
                return BodyEnd.Complete;
            }

            _length += read;
            if (_length > maxBytes)
            {
                return BodyEnd.TooLarge;
            }
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}

/// <summary>How the reading of a body ended.</summary>
internal enum BodyEnd
{
    Complete,
    TooLarge,
    Undecodable,
}
