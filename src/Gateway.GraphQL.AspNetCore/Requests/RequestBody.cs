using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>
/// The body of a POST, or a fault. A body in one segment stays in the memory of the connection until <see cref="Detach"/>; any other is
/// copied to pooled memory.
/// </summary>
internal sealed class RequestBody : IDisposable
{
    private PipeReader? _source;
    private byte[] _buffer = [];
    private SequencePosition _end;

    public ReadOnlyMemory<byte> Bytes { get; private set; }

    public RequestFault? Fault { get; private set; }

    /// <summary>Reads a body to its end.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The most bytes. A body with a larger Content-Length, or with more bytes, is a fault.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public static async ValueTask<RequestBody> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
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
            return body;
        }
        catch (BadHttpRequestException malformed)
        {
            body.Fault = new RequestFault(malformed.StatusCode, "The request's body could not be read.", "HC0009");
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Copies the bytes out of the memory of the connection, before anything that takes time: once a request is aborted, that memory can't be
    /// given back, and the server would log an error for each client that leaves.
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
        var buffer = Interlocked.Exchange(ref _buffer, []);
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void GiveBack() => Interlocked.Exchange(ref _source, null)?.AdvanceTo(_end);

    private async ValueTask FillAsync(PipeReader source, int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await source.ReadAsync(cancellationToken);
            var bytes = read.Buffer;
            if (bytes.Length > limit)
            {
                source.AdvanceTo(bytes.End);
                Fault = RequestFault.TooLarge(limit);
                return;
            }

            if (!read.IsCompleted)
            {
                source.AdvanceTo(bytes.Start, bytes.End);
                continue;
            }

            if (bytes.IsSingleSegment)
            {
                (_source, _end, Bytes) = (source, bytes.End, bytes.First);
                return;
            }

            _buffer = ArrayPool<byte>.Shared.Rent((int)bytes.Length);
            bytes.CopyTo(_buffer);
            Bytes = _buffer.AsMemory(0, (int)bytes.Length);
            source.AdvanceTo(bytes.End);
            return;
        }
    }
}
