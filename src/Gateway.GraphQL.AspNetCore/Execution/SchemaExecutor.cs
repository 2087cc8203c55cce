using Gateway.GraphQL.Execution;

namespace Gateway.GraphQL.AspNetCore.Execution;

/// <summary>The engine, as the transport sees it.</summary>
internal sealed class SchemaExecutor(RequestExecutor executor) : IRequestExecutor
{
    private readonly Lazy<string> _schemaText = new(executor.Schema.ToString);

    public string SchemaText => _schemaText.Value;

    public ValueTask<ExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken)
        => executor.ExecuteAsync(request, cancellationToken);

    public PreparedOperation? PrepareToKeep(OperationRequest request) => executor.PrepareToKeep(request);

    public ValueTask<ExecutionResult> ExecuteAsync(
        PreparedOperation operation, IServiceProvider services, object state, CancellationToken cancellationToken)
        => executor.ExecuteAsync(operation, services, state, cancellationToken);
}
