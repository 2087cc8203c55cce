using System.Buffers;
using Gateway.GraphQL.Execution;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>The parameters of a request (GraphQL over HTTP §5.1). Its memory is the body's, or its own where a string had escapes.</summary>
internal sealed class GraphQLRequest : OperationRequest, IDisposable
{
    private byte[]? _unescaped;

    /// <summary>Whether it says at all what to run.</summary>
    public bool HasDocument => !Document.IsEmpty || DocumentId is not null || DocumentHash is not null;

    /// <summary>Pooled memory for the document without its escapes; given back by <see cref="Dispose"/>.</summary>
    public byte[] RentForDocument(int size) => _unescaped = ArrayPool<byte>.Shared.Rent(size);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _unescaped, null) is { } buffer)
        {
            Document = default;
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
