namespace Gateway.GraphQL.Execution;

/// <summary>All that a transport asks of the engine.</summary>
public interface IRequestExecutor
{
    /// <summary>The schema in the type system's language, with one newline at its end.</summary>
    string SchemaText { get; }

    /// <summary>Runs one request, whose memory is the transport's again once the task has ended.</summary>
    /// <exception cref="OperationCanceledException">The request was given up by <paramref name="requestAborted"/>.</exception>
    ValueTask<ExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken requestAborted);

    /// <summary>
    /// Prepares a request to be run any number of times. Its memory must stay as it is for as long as that goes on.
    /// Null where it is refused, and where a step has to see it each time.
    /// </summary>
    PreparedOperation? PrepareForReuse(OperationRequest request);

    /// <inheritdoc cref="ExecuteAsync(OperationRequest, CancellationToken)"/>
    /// <param name="operation">What is run, for whomever.</param>
    /// <param name="services">As <see cref="OperationRequest.Services"/>.</param>
    /// <param name="state">As <see cref="OperationRequest.State"/>.</param>
    /// <param name="requestAborted">Ends the request.</param>
    ValueTask<ExecutionResult> ExecuteAsync(
        PreparedOperation operation, IServiceProvider? services, object? state, CancellationToken requestAborted);
}
