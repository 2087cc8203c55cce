using HotChocolate.PersistedOperations;

namespace HotChocolate.Execution.Options;

public class RequestExecutorOptions
{
    public TimeSpan ExecutionTimeout { get; set; }

    public PersistedOperationOptions PersistedOperations { get; set; } = null!;
}

public sealed class RequestParserOptions
{
    public int MaxAllowedTokens { get; set; }

    public int MaxAllowedFields { get; set; }

    public int MaxAllowedDirectives { get; set; }

    public int MaxAllowedRecursionDepth { get; set; }
}
