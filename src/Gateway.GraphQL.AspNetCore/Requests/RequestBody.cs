using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>
/// The body of a POST, or a fault. A body that is read at once, in one segment, stays in the memory of the connection until
/// <see cref="Detach"/>; any other is copied to pooled memory.
/// </summary>
internal sealed class RequestBody : IDisposable
{
    private const int ChunkSize = 16 * 1024;
    private const string Unreadable = "The request's body could not be read.";

    // No byte of UTF-8 has this value.
    private const byte EndMark = 0xFF;

    // A member of gzip with the mark. Behind a body it is reached only if the body is whole: GZipStream itself takes a body that ends too
    // early, or in something else, as if it were.
    private static readonly byte[] EndMember = Compress(EndMark);

    private PipeReader? _source;
    private byte[] _buffer = [];
    private SequencePosition _end;

    /// <summary>The body; only a part of it if there is a fault.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private set; }

    public RequestFault? Fault { get; private set; }

    /// <summary>Reads a body to its end.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">
    /// The most bytes, before and after decompression. A body with a larger Content-Length, or with more bytes, is a fault.
    /// </param>
    /// <param name="isCompressed">Whether the body is compressed by gzip.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public static async ValueTask<RequestBody> ReadAsync(
        HttpRequest request, int limit, bool isCompressed, CancellationToken cancellationToken)
    {
        var body = new RequestBody();
        if (request.ContentLength > limit)
        {
            body.Fault = RequestFault.TooLarge(limit);
            return body;
        }

        try
        {
            await body.FillAsync(request.BodyReader, limit, cancellationToken);
            if (isCompressed && body.Fault is null)
            {
                body.Decompress(limit);
            }

            return body;
        }
        catch (BadHttpRequestException malformed)
        {
            body.Fault = new(
                malformed.StatusCode switch
                {
                    StatusCodes.Status408RequestTimeout => RequestOutcome.RequestTimeout,
                    StatusCodes.Status413PayloadTooLarge => RequestOutcome.TooLarge,
                    _ => RequestOutcome.Unreadable,
                },
                Unreadable,
                ErrorCodes.InvalidRequest);
            return body;
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The client broke off, which is nobody's fault. RequestAborted may say so only later. Without the abort, Kestrel tries to read
            // the rest of the body and logs an error.
            request.HttpContext.Abort();
            body.Fault = new(RequestOutcome.Unreadable, Unreadable, ErrorCodes.InvalidRequest);
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Copies the bytes out of the memory of the connection, before anything that takes time: once a request is aborted, that memory can't
    /// be given back, and the server would log an error for each client that leaves.
    /// </summary>
    public void Detach()
    {
        if (_source is null)
        {
            return;
        }

        _buffer = ArrayPool<byte>.Shared.Rent(Bytes.Length);
        Bytes.CopyTo(_buffer);
        Bytes = _buffer.AsMemory(0, Bytes.Length);
        GiveBack();
    }

    public void Dispose()
    {
        Bytes = default;
        GiveBack();
        Return(Interlocked.Exchange(ref _buffer, []));
    }

    // Tells the reader that its memory is no longer in use.
    private void GiveBack()
    {
        try
        {
            Interlocked.Exchange(ref _source, null)?.AdvanceTo(_end);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The client has reset its stream. What waits for RequestAborted ends with it.
        }
    }

    /// <summary>
    /// Replaces the body by what it was compressed from. A body that is larger than the limit is not decompressed further.
    /// </summary>
    private void Decompress(int limit)
    {
        var length = Bytes.Length + EndMember.Length;
        var compressed = ArrayPool<byte>.Shared.Rent(length);
        Bytes.CopyTo(compressed);
        EndMember.CopyTo(compressed, Bytes.Length);
        Dispose();
        using var gzip = new GZipStream(new MemoryStream(compressed, 0, length), CompressionMode.Decompress);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            for (int read; (read = gzip.Read(chunk)) > 0;)
            {
                if (Bytes.Length + read > limit + 1)
                {
                    Fault = RequestFault.TooLarge(limit);
                    return;
                }

                Append(new ReadOnlySequence<byte>(chunk, 0, read));
            }

            (Bytes, Fault) = Bytes.Span is [.., EndMark] ? (Bytes[..^1], Fault) : (Bytes, RequestFault.InvalidGzip);
        }
        catch (InvalidDataException)
        {
            Fault = RequestFault.InvalidGzip;
        }
        finally
        {
            Return(chunk);
            Return(compressed);
        }
    }

    private static byte[] Compress(byte value)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            gzip.WriteByte(value);
        }

        return compressed.ToArray();
    }

    private async ValueTask FillAsync(PipeReader source, int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await source.ReadAsync(cancellationToken);
            var bytes = read.Buffer;
            if (Bytes.Length + bytes.Length > limit)
            {
                source.AdvanceTo(bytes.End);
                Fault = RequestFault.TooLarge(limit);
                return;
            }

            if (read.IsCompleted && Bytes.IsEmpty && bytes.IsSingleSegment)
            {
                (_source, _end, Bytes) = (source, bytes.End, bytes.First);
                return;
            }

            // All is consumed: if something was left and the body ended too early, Kestrel could not use the connection's reader any more
            // and would log a warning.
            Append(bytes);
            source.AdvanceTo(bytes.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    // Grows with what has come, not with what Content-Length says.
    private void Append(in ReadOnlySequence<byte> bytes)
    {
        var length = Bytes.Length + (int)bytes.Length;
        if (length > _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(length, 2 * _buffer.Length));
            Bytes.Span.CopyTo(larger);
            Return(_buffer);
            _buffer = larger;
        }

        bytes.CopyTo(_buffer.AsSpan(Bytes.Length));
        Bytes = _buffer.AsMemory(0, length);
    }

    private static void Return(byte[] buffer)
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
