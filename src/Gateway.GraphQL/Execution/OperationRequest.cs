namespace Gateway.GraphQL.Execution;

/// <summary>
/// A GraphQL request, independent of the transport (GraphQL September 2025, §6, https://spec.graphql.org/September2025/#sec-Execution).
/// </summary>
public class OperationRequest
{
    /// <summary>The document in UTF-8; empty if the request identifies a document by its id or hash.</summary>
    public ReadOnlyMemory<byte> Document { get; set; }

    /// <summary>The id of a trusted document. Ignored if there is a document.</summary>
    public string? DocumentId { get; set; }

    /// <summary>The SHA-256 of the document in hex digits (<c>extensions.persistedQuery</c>).</summary>
    public string? DocumentHash { get; set; }

    /// <summary>How the operation's cost is handled.</summary>
    public CostMode CostMode { get; set; }

    /// <summary>The name of the operation; optional for a document with one operation.</summary>
    public string? OperationName { get; set; }

    /// <summary>The variables as a JSON object in UTF-8; empty for none.</summary>
    public ReadOnlyMemory<byte> Variables { get; set; }

    /// <summary>The service container for resolvers.</summary>
    public IServiceProvider? Services { get; set; }

    /// <summary>
    /// The transport's object for the request, such as an <c>HttpContext</c>. Resolver parameters of its type receive it.
    /// </summary>
    public object? State { get; set; }

    /// <summary>The bytes that the same response of the transport has already, from earlier requests of a batch.</summary>
    public long BytesBefore { get; set; }

    /// <summary>Whether to reject all operations but queries, as a GET must.</summary>
    public bool QueriesOnly { get; set; }
}

/// <summary>How a request's cost is handled.</summary>
public enum CostMode
{
    /// <summary>Reject an operation beyond the limits.</summary>
    Enforce,

    /// <summary>Also report the cost in the response.</summary>
    Report,

    /// <summary>Only report the cost, without executing the operation.</summary>
    Validate,
}
