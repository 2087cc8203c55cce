using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>A POST's body in pooled memory, or why there is none.</summary>
internal sealed class RequestBody : IDisposable
{
    private const int InitialSize = 4096;

    private byte[] _buffer;

    private RequestBody(byte[] buffer) => _buffer = buffer;

    public ReadOnlyMemory<byte> Bytes { get; private set; }

    public RequestFault? Fault { get; private set; }

    /// <param name="request">The request whose body is read to its end.</param>
    /// <param name="limit">In bytes. A body that says or shows that it is larger is not read on.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    public static async ValueTask<RequestBody> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            return new RequestBody([]) { Fault = RequestFault.TooLarge(limit) };
        }

        // One byte more than is announced, so that the read that finds the end needs no larger buffer.
        var body = new RequestBody(ArrayPool<byte>.Shared.Rent((int?)request.ContentLength + 1 ?? InitialSize));
        try
        {
            await body.FillAsync(request.Body, limit, cancellationToken);
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

    private async ValueTask FillAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        var length = 0;
        int read;
        while ((read = await stream.ReadAsync(_buffer.AsMemory(length), cancellationToken)) > 0)
        {
            length += read;
            if (length > limit)
            {
                Fault = RequestFault.TooLarge(limit);
                return;
            }

            if (length == _buffer.Length)
            {
                Grow(length);
            }
        }

        Bytes = _buffer.AsMemory(0, length);
    }

    private void Grow(int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(length * 2);
        _buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        if (buffer.Length > 0)
        {
            Bytes = default;
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
