namespace Gateway.GraphQL.Execution;

/// <summary>One GraphQL request, however it came (§6.1).</summary>
public class OperationRequest
{
    /// <summary>The document as UTF-8; empty where the request only says which one it means.</summary>
    public ReadOnlyMemory<byte> Document { get; set; }

    /// <summary>The id of a trusted document; looked at where there is no document.</summary>
    public string? DocumentId { get; set; }

    /// <summary>The SHA-256 of the document in hex digits (<c>extensions.persistedQuery</c>).</summary>
    public string? DocumentHash { get; set; }

    /// <summary>What to do with the operation's cost.</summary>
    public CostMode CostMode { get; set; }

    /// <summary>Which of the document's operations to run; may be left out where there is only one.</summary>
    public string? OperationName { get; set; }

    /// <summary>The variables as one JSON object in UTF-8; empty where there are none.</summary>
    public ReadOnlyMemory<byte> Variables { get; set; }

    /// <summary>Where resolvers get their services from.</summary>
    public IServiceProvider? Services { get; set; }

    /// <summary>What the transport knows of the request, for parameters of its type: an <c>HttpContext</c>, say.</summary>
    public object? State { get; set; }

    /// <summary>Refuses to run anything but queries, as a GET must.</summary>
    public bool QueriesOnly { get; set; }
}

/// <summary>What a request wants done with its cost.</summary>
public enum CostMode
{
    /// <summary>Refuse it where it is beyond the limits, and say nothing otherwise.</summary>
    Enforce,

    /// <summary>The same, and say it in the answer.</summary>
    Report,

    /// <summary>Only say it, and run nothing.</summary>
    Validate,
}
