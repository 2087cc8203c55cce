using Gateway.GraphQL.Execution;

namespace Gateway.GraphQL.AspNetCore.Execution;

/// <summary>The engine, as the transport sees it.</summary>
internal sealed class SchemaExecutor(RequestExecutor executor) : IRequestExecutor
{
    public string SchemaText { get; } = executor.Schema.ToString();

    public ValueTask<ExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken)
        => executor.ExecuteAsync(request, cancellationToken);
}
