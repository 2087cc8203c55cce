using System.Buffers;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution;

/// <summary>The outcome of a request. The transport derives the status code from it.</summary>
public enum ExecutionOutcome
{
    /// <summary>The operation was executed: the response has <c>data</c>, which may be null, and possibly errors.</summary>
    Executed,

    /// <summary>The document can't be parsed: a request error of its own kind. The response has no <c>data</c>.</summary>
    SyntaxError,

    /// <summary>
    /// A request error (GraphQL September 2025, §7.1.3, https://spec.graphql.org/September2025/#sec-Request-Error-Result): the document is
    /// not valid, or the operation's name or the variables are wrong. The response has no <c>data</c>.
    /// </summary>
    RequestError,

    /// <summary>The request took longer than <see cref="RequestOptions.ExecutionTimeout"/>. The response has no <c>data</c>.</summary>
    TimedOut,

    /// <summary>There is no memory for the response (<see cref="IResponseMemory"/>). The response has no <c>data</c>.</summary>
    Overloaded,

    /// <summary>The request does not allow this kind of operation (<see cref="OperationRequest.QueriesOnly"/>).</summary>
    OperationNotAllowed,
}

/// <summary>A response as UTF-8 JSON, in pooled memory that <see cref="Dispose"/> returns.</summary>
public abstract class ExecutionResult : IDisposable
{
    public abstract ExecutionOutcome Outcome { get; }

    /// <summary>The errors of the response; empty if there are none.</summary>
    public virtual IReadOnlyList<IError> Errors => [];

    /// <summary>The length in bytes.</summary>
    public abstract long Length { get; }

    /// <summary>Writes the whole response.</summary>
    public abstract void WriteTo(IBufferWriter<byte> output);

    /// <summary>The whole response in parts, for a transport that writes a large one bit by bit.</summary>
    public abstract IEnumerable<ReadOnlyMemory<byte>> Parts();

    public abstract void Dispose();
}
