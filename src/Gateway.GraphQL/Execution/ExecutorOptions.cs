using Gateway.GraphQL.Language;
using Gateway.GraphQL.Validation;

namespace Gateway.GraphQL.Execution;

/// <summary>Everything that can be set about a <see cref="RequestExecutor"/>.</summary>
public sealed class ExecutorOptions
{
    /// <summary>How requests are run.</summary>
    public RequestOptions Request { get; } = new();

    /// <summary>What the parser accepts.</summary>
    public ParserOptions Parser { get; set; } = new();

    /// <summary>What validation accepts.</summary>
    public ValidationOptions Validation { get; set; } = new();

    /// <summary>How many documents are kept compiled, 16 or more. Default: 256.</summary>
    public int DocumentCacheSize { get; set; } = 256;
}
