using Microsoft.Extensions.Logging;

namespace Gateway.GraphQL.AspNetCore.Execution;

internal static partial class ExecutionLog
{
    /// <summary>The only record of the exception: the client gets a masked error.</summary>
    [LoggerMessage(EventId = 2001, Level = LogLevel.Error, Message = "The resolver of {Field} failed with an unexpected exception")]
    public static partial void ResolverFailed(ILogger logger, string field, Exception exception);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Information, Message = "Trusted documents reloaded: their files have changed")]
    public static partial void TrustedDocumentsReloaded(ILogger logger);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Error, Message = "Trusted documents not reloaded, the previous ones stay: {Fault}")]
    public static partial void TrustedDocumentsRefused(ILogger logger, string fault);
}
