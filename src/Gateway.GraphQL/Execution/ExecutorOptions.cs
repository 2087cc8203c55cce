using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation;

namespace Gateway.GraphQL.Execution;

/// <summary>Options of a <see cref="RequestExecutor"/>.</summary>
public sealed class ExecutorOptions
{
    /// <summary>How requests are executed.</summary>
    public RequestOptions Request { get; } = new();

    /// <summary>Limits of the parser.</summary>
    public ParserOptions Parser { get; set; } = new();

    /// <summary>Limits of validation.</summary>
    public ValidationOptions Validation { get; set; } = new();

    /// <summary>Checks of an operation before it is executed.</summary>
    public IReadOnlyList<IOperationGuard> Guards { get; set; } = [];

    /// <summary>Members of <c>extensions</c> that the host adds.</summary>
    public IReadOnlyList<IResponseExtension> Extensions { get; set; } = [];

    /// <summary>Metrics and spans. Default: none.</summary>
    internal ExecutionDiagnostics? Diagnostics { get; set; }

    /// <summary>Bounds the memory of all responses together. Default: none.</summary>
    public IResponseMemory? ResponseMemory { get; set; }

    /// <summary>Additional steps of a request, besides parsing, validation and the coercion of variables.</summary>
    internal List<RequestStep> Steps { get; } = [];

    /// <summary>The maximum number of compiled documents in the cache: 16 or more. Default: 256.</summary>
    public int DocumentCacheSize { get; set => field = Limit.Between(16, int.MaxValue, value); } = 256;

    /// <summary>Gets the step of this type, or adds one.</summary>
    internal T Use<T>()
        where T : RequestStep, new()
    {
        if (Steps.OfType<T>().FirstOrDefault() is not { } step)
        {
            Steps.Add(step = new T());
        }

        return step;
    }
}
