using Microsoft.Extensions.Logging;

namespace Gateway.GraphQL.AspNetCore.Execution;

internal static partial class ExecutionLog
{
    /// <summary>The client gets a masked error for it; only here is the exception told.</summary>
    [LoggerMessage(EventId = 2001, Level = LogLevel.Error, Message = "The resolver of {Field} failed.")]
    public static partial void ResolverFailed(ILogger logger, string field, Exception exception);
}
