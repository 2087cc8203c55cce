namespace Gateway.GraphQL.Execution;

/// <summary>How requests are run.</summary>
public sealed class RequestOptions
{
    /// <summary>Whether the message and stack of an unexpected exception go to the client. Default: no.</summary>
    public bool IncludeExceptionDetails { get; set; }

    /// <summary>How long a request may take, 100 ms or more. Default: 30 s.</summary>
    public TimeSpan ExecutionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How requests may do without sending their document.</summary>
    public PersistedOperationOptions PersistedOperations { get; } = new();

    /// <summary>Told of each unexpected exception and the field that it ended.</summary>
    internal Action<Exception, string>? OnException { get; set; }

    internal IReadOnlyDictionary<string, object?>? ExceptionDetails(Exception exception) => IncludeExceptionDetails
        ? new Dictionary<string, object?> { ["message"] = exception.Message, ["stackTrace"] = exception.StackTrace }
        : null;
}

/// <summary>How requests may do without sending their document.</summary>
public sealed class PersistedOperationOptions
{
    /// <summary>Whether nothing but trusted documents runs. Default: no.</summary>
    public bool OnlyAllowPersistedDocuments { get; set; }
}
