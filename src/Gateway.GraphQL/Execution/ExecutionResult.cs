using System.Buffers;

namespace Gateway.GraphQL.Execution;

/// <summary>How far a request got, which decides its status code.</summary>
public enum ExecutionOutcome
{
    /// <summary>The operation ran: there is <c>data</c>, be it null, perhaps beside errors.</summary>
    Executed,

    /// <summary>Nothing ran, since the document, the operation's name or the variables are at fault: no <c>data</c>.</summary>
    RequestError,

    /// <summary>Nothing ran, since the operation's kind is not allowed here (<see cref="OperationRequest.QueriesOnly"/>).</summary>
    OperationNotAllowed,
}

/// <summary>A response as UTF-8 JSON, in pooled memory that <see cref="Dispose"/> gives back.</summary>
public abstract class ExecutionResult : IDisposable
{
    public abstract ExecutionOutcome Outcome { get; }

    /// <summary>Number of bytes.</summary>
    public abstract long Length { get; }

    /// <summary>Copies the whole response.</summary>
    public abstract void WriteTo(IBufferWriter<byte> output);

    public abstract void Dispose();
}
