using Gateway.GraphQL.Execution;

namespace Gateway.GraphQL.AspNetCore.Execution;

/// <summary>All that the transport asks of the engine.</summary>
internal interface IRequestExecutor
{
    /// <summary>The schema in the type system's language, with one newline at its end.</summary>
    string SchemaText { get; }

    /// <summary>Runs one request, whose memory is the transport's again once the task has ended.</summary>
    ValueTask<ExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken);

    /// <inheritdoc cref="RequestExecutor.PrepareToKeep"/>
    PreparedOperation? PrepareToKeep(OperationRequest request);

    /// <summary>Runs what was prepared, for whomever.</summary>
    ValueTask<ExecutionResult> ExecuteAsync(PreparedOperation operation, IServiceProvider services, object state, CancellationToken cancellationToken);
}
