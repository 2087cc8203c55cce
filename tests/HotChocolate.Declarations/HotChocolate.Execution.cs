using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HotChocolate.Buffers;
using HotChocolate.Collections.Immutable;
using HotChocolate.Execution.Processing;
using HotChocolate.Language;

namespace HotChocolate.Execution;

public interface ISelection
{
    string ResponseName { get; }
}

public delegate RequestDelegate RequestMiddleware(RequestMiddlewareFactoryContext context, RequestDelegate next);

public delegate ValueTask RequestDelegate(RequestContext context);

public class RequestMiddlewareFactoryContext
{
    public required IServiceProvider Services { get; init; }
}

public abstract class RequestContext
{
    public abstract IOperationRequest Request { get; }

    public abstract int RequestIndex { get; }

    public abstract IServiceProvider RequestServices { get; set; }

    public abstract OperationDocumentInfo OperationDocumentInfo { get; }

    public CancellationToken RequestAborted { get; set; }

    public IExecutionResult? Result { get; set; }

    public abstract IDictionary<string, object?> ContextData { get; }
}

public sealed class OperationDocumentInfo
{
    public DocumentNode? Document { get; set; }

    public OperationDocumentId Id { get; set; }

    public OperationDocumentHash Hash { get; set; }

    public bool IsPersisted { get; set; }

    public bool IsValidated { get; set; }
}

public interface IRequestExecutorProvider
{
    ValueTask<IRequestExecutor> GetExecutorAsync(string? schemaName = null, CancellationToken cancellationToken = default);
}

public interface IRequestExecutor
{
    ISchemaDefinition Schema { get; }

    Task<IExecutionResult> ExecuteAsync(IOperationRequest request, CancellationToken cancellationToken = default);
}

public interface IOperationRequest
{
    string? OperationName { get; }

    RequestFlags Flags { get; }

    IReadOnlyDictionary<string, object?>? ContextData { get; }

    IOperationDocument? Document { get; }

    OperationDocumentId DocumentId { get; }

    OperationDocumentHash DocumentHash { get; }

    JsonDocumentOwner? Extensions { get; }
}

public sealed class OperationRequest : IOperationRequest
{
    private OperationRequest() => throw null!;

    public string? OperationName => throw null!;

    public RequestFlags Flags => throw null!;

    public IReadOnlyDictionary<string, object?>? ContextData => throw null!;

    public IOperationDocument? Document => throw null!;

    public OperationDocumentId DocumentId => throw null!;

    public OperationDocumentHash DocumentHash => throw null!;

    public JsonDocumentOwner? VariableValues => throw null!;

    public JsonDocumentOwner? Extensions => throw null!;

    public OperationRequest WithContextData(IReadOnlyDictionary<string, object?>? contextData) => throw null!;

    public OperationRequest WithServices(IServiceProvider? services) => throw null!;
}

public interface IOperationDocument
{
    ReadOnlySpan<byte> AsSpan();
}

public sealed class OperationDocument(DocumentNode document) : IOperationDocument
{
    public DocumentNode Document { get; } = document;

    public ReadOnlySpan<byte> AsSpan() => throw null!;
}

public interface ITimeProvider;

[Flags]
public enum RequestFlags
{
    None = 0,
    AllowQuery = 1,
    AllowMutation = 2,
}

public static class HotChocolateExecutionRequestContextExtensions
{
    extension(RequestContext context)
    {
        public bool TryGetOperation([NotNullWhen(true)] out Operation? operation) => throw null!;

        public void SetOperationDefinition(OperationDefinitionNode operationDefinition) => throw null!;

        public void SetOperationId(string operationId) => throw null!;
    }
}

public interface IExecutionResult : IAsyncDisposable;

public abstract class ExecutionResult : IExecutionResult
{
    public ValueTask DisposeAsync() => throw null!;
}

public sealed class OperationResult : ExecutionResult
{
    public OperationResult(
        OperationResultData data,
        ImmutableList<IError>? errors = null,
        ImmutableOrderedDictionary<string, object?>? extensions = null) =>
        throw null!;

    public OperationResult(ImmutableList<IError> errors, ImmutableOrderedDictionary<string, object?>? extensions = null) => throw null!;

    public OperationResult(ImmutableOrderedDictionary<string, object?> extensions) => throw null!;

    public OperationResultData? Data => throw null!;

    public int? RequestIndex { get; init; }

    public ImmutableList<IError> Errors { get; set; }

    public ImmutableOrderedDictionary<string, object?> Extensions { get; set; }

    public ImmutableDictionary<string, object?> ContextData { get; set; }

    public static OperationResult FromError(IError error) => throw null!;

    public static OperationResult FromError(params ImmutableList<IError> errors) => throw null!;
}

public readonly struct OperationResultData
{
    public object Value => throw null!;
}

public interface IResponseStream : IExecutionResult
{
    IAsyncEnumerable<OperationResult> ReadResultsAsync();
}

public static class ExecutionContextData
{
    public const string OperationNotAllowed = "HotChocolate.Execution.OperationNotAllowed";
}

public static class WellKnownRequestMiddleware
{
    public const string ConcurrencyGateMiddleware = "ConcurrencyGateMiddleware";

    public const string CostAnalyzerMiddleware = "CostAnalyzerMiddleware";

    public const string DocumentCacheMiddleware = "DocumentCacheMiddleware";

    public const string DocumentValidationMiddleware = "DocumentValidationMiddleware";

    public const string InstrumentationMiddleware = "InstrumentationMiddleware";
}
