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

    /// <summary>Who else has a say in what runs.</summary>
    public IReadOnlyList<IOperationGuard> Guards { get; set; } = [];

    /// <summary>What a request passes before it runs, beside parsing, validation and variables.</summary>
    internal List<RequestStep> Steps { get; } = [];

    /// <summary>How many documents are kept compiled, 16 or more. Default: 256.</summary>
    public int DocumentCacheSize { get; set => field = Limit.Between(16, int.MaxValue, value); } = 256;

    /// <summary>The step of that kind, which is added where there is none.</summary>
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
