using System.Buffers;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>The parameters of a request (GraphQL over HTTP §5.1). Its memory is the body's, or its own where a string had escapes.</summary>
internal sealed class GraphQLRequest : IDisposable
{
    private byte[]? _unescaped;

    /// <summary>The document as UTF-8; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Document { get; set; }

    public string? OperationName { get; set; }

    /// <summary>The variables as one JSON object in UTF-8; empty where there are none.</summary>
    public ReadOnlyMemory<byte> Variables { get; set; }

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
