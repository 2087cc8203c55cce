using Gateway.GraphQL.AspNetCore.Execution;
using HotChocolate.Execution;
using HotChocolate.Execution.Instrumentation;

namespace Gateway.Hosting;

/// <summary>Logs the exceptions whose text HotChocolate masks.</summary>
internal sealed class ExceptionLog(ILoggerFactory loggers) : ExecutionDiagnosticEventListener
{
    private readonly ILogger _logger = loggers.CreateLogger(typeof(ExceptionLog));

    public override void ResolverError(IMiddlewareContext context, IError error) => Log(error.Path?.Print() ?? "a field", error.Exception);

    public override void RequestError(RequestContext context, Exception error) => Log("the operation", error);

    private void Log(string field, Exception? exception)
    {
        if (exception is not (null or OperationCanceledException))
        {
            ExecutionLog.ResolverFailed(_logger, field, exception);
        }
    }
}
