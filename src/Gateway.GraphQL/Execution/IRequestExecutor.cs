namespace Gateway.GraphQL.Execution;

/// <summary>The interface between a transport and the engine.</summary>
public interface IRequestExecutor
{
    /// <summary>The schema in the schema definition language, with a newline at its end.</summary>
    string SchemaText { get; }

    /// <summary>
    /// Changes when requests that name a document by an id or a hash may get another one. What was prepared for them is then outdated.
    /// </summary>
    int DocumentsVersion { get; }

    /// <summary>Executes a request. Its memory must not change until the task has ended.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="requestAborted"/> cancelled the request.</exception>
    ValueTask<ExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken requestAborted);

    /// <summary>
    /// Prepares a request that can be executed any number of times. Its memory must not change as long as the operation is in use. Null if
    /// the request is rejected, or if a step has to check it each time.
    /// </summary>
    PreparedOperation? PrepareForReuse(OperationRequest request);

    /// <inheritdoc cref="ExecuteAsync(OperationRequest, CancellationToken)"/>
    /// <param name="operation">The prepared operation.</param>
    /// <param name="services">As <see cref="OperationRequest.Services"/>.</param>
    /// <param name="state">As <see cref="OperationRequest.State"/>.</param>
    /// <param name="requestAborted">Cancels the request.</param>
    ValueTask<ExecutionResult> ExecuteAsync(
        PreparedOperation operation, IServiceProvider? services, object? state, CancellationToken requestAborted);
}
