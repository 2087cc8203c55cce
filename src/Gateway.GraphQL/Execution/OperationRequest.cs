namespace Gateway.GraphQL.Execution;

/// <summary>One GraphQL request, however it came (§6.1).</summary>
public sealed class OperationRequest
{
    /// <summary>The document as UTF-8.</summary>
    public required ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>Which of the document's operations to run; may be left out where there is only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables as one JSON object in UTF-8; empty where there are none.</summary>
    public ReadOnlyMemory<byte> Variables { get; init; }

    /// <summary>Where resolvers get their services from.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>What the transport knows of the request, for parameters of its type: an <c>HttpContext</c>, say.</summary>
    public object? State { get; init; }

    /// <summary>Refuses to run anything but queries, as a GET must.</summary>
    public bool QueriesOnly { get; init; }
}
