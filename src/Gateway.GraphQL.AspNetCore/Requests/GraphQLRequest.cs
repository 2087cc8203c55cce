using System.Buffers;
using Gateway.GraphQL.Execution;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>
/// The parameters of a request (GraphQL over HTTP, Request Parameters). They refer to the memory of the body; unescaped strings have memory
/// of their own.
/// </summary>
internal sealed class GraphQLRequest : OperationRequest, IDisposable
{
    private byte[]? _unescaped;

    /// <summary>Whether the request has a document, an id or a hash.</summary>
    public bool HasDocument => !Document.IsEmpty || DocumentId is not null || DocumentHash is not null;

    /// <summary>Names the document by one of the parameters for its id. It is a fault if another one has named it.</summary>
    public RequestFault? Identify(string id)
    {
        if (DocumentId is not null)
        {
            return RequestFault.TwoIds;
        }

        DocumentId = id;
        return null;
    }

    /// <summary>Rents memory for the unescaped document. <see cref="Dispose"/> returns it.</summary>
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
