using Gateway.GraphQL.Execution;

namespace Gateway.GraphQL.AspNetCore.Execution;

/// <summary>The engine, as the transport sees it.</summary>
internal sealed class SchemaExecutor(RequestExecutor executor) : IRequestExecutor
{
    private readonly Lazy<string> _schemaText = new(executor.Schema.ToString);

    public string SchemaText => _schemaText.Value;

    public ValueTask<ExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken)
        => executor.ExecuteAsync(request, cancellationToken);
}
