using Gateway.GraphQL.CostAnalysis;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Limits;
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

    /// <summary>What documents may ask for once their fragments are spread.</summary>
    public DocumentLimits Limits { get; set; } = new();

    /// <summary>What operations may cost.</summary>
    public CostOptions Cost { get; } = new();

    /// <summary>Who else has a say in what runs.</summary>
    public IReadOnlyList<IOperationGuard> Guards { get; set; } = [];

    /// <summary>How many documents are kept compiled, 16 or more. Default: 256.</summary>
    public int DocumentCacheSize
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 16);
            field = value;
        }
    } = 256;
}
