using System.Buffers;
using Gateway.GraphQL.Execution;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>The parameters of a request (GraphQL over HTTP §5.1). Its memory is the body's, or its own where a string had escapes.</summary>
internal sealed class GraphQLRequest : IDisposable
{
    private byte[]? _unescaped;

    /// <summary>The document as UTF-8; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Document { get; set; }

    /// <summary>The id of a document that the server has; null where there is none.</summary>
    public string? DocumentId { get; set; }

    /// <summary>The document's SHA-256 (<c>extensions.persistedQuery.sha256Hash</c>); null where there is none.</summary>
    public string? DocumentHash { get; set; }

    /// <summary>Whether it says at all what to run.</summary>
    public bool HasDocument => !Document.IsEmpty || DocumentId is not null || DocumentHash is not null;

    public string? OperationName { get; set; }

    /// <summary>The variables as one JSON object in UTF-8; empty where there are none.</summary>
    public ReadOnlyMemory<byte> Variables { get; set; }

    /// <summary>The same, as the engine takes it.</summary>
    public OperationRequest ToOperation(CostMode costMode = CostMode.Enforce, bool queriesOnly = false, IServiceProvider? services = null, object? state = null)
        => new()
        {
            Document = Document,
            DocumentId = DocumentId,
            DocumentHash = DocumentHash,
            OperationName = OperationName,
            Variables = Variables,
            CostMode = costMode,
            QueriesOnly = queriesOnly,
            Services = services,
            State = state,
        };

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
