namespace Gateway.GraphQL.Execution;

/// <summary>How requests are executed.</summary>
public sealed class RequestOptions
{
    /// <summary>Whether responses contain the message and stack trace of unexpected exceptions. Default: false.</summary>
    public bool IncludeExceptionDetails { get; set; }

    /// <summary>How long a request may take: 100 ms or more. Default: 30 s.</summary>
    public TimeSpan ExecutionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The maximum number of values in a request's variables, with lists and objects, each counted as often as the operation uses its
    /// variable, and a text once more for each 16 bytes: 1 or more. Default: unlimited.
    /// </summary>
    public int MaxAllowedVariableValues { get; set => field = Limit.AtLeastOne(value); } = int.MaxValue;

    /// <summary>
    /// The largest response in bytes: 64 KiB to 1 GiB. The root field that exceeds it, and the ones after it, become null with an error;
    /// earlier ones keep their data. Default: 16 MiB.
    /// </summary>
    public int MaxAllowedResponseBytes { get; set => field = Limit.Between(64 * 1024, 1024 * 1024 * 1024, value); } = 16 * 1024 * 1024;

    /// <summary>Options of requests that identify a document instead of sending it.</summary>
    public PersistedOperationOptions PersistedOperations { get; } = new();

    /// <summary>Called with each unexpected exception and the field whose resolver threw it.</summary>
    internal Action<Exception, string>? OnException { get; set; }

    internal IReadOnlyDictionary<string, object?>? ExceptionDetails(Exception exception) => IncludeExceptionDetails
        ? new Dictionary<string, object?> { ["message"] = exception.Message, ["stackTrace"] = exception.StackTrace }
        : null;
}

/// <summary>Options of requests that identify a document instead of sending it.</summary>
public sealed class PersistedOperationOptions
{
    /// <summary>Whether only trusted documents are executed. Default: false.</summary>
    public bool OnlyAllowPersistedDocuments { get; set; }
}
