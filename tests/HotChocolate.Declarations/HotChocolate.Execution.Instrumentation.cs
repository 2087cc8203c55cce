using HotChocolate.Resolvers;

namespace HotChocolate.Execution.Instrumentation;

public class ExecutionDiagnosticEventListener
{
    protected ExecutionDiagnosticEventListener() => throw null!;

    public virtual void RequestError(RequestContext context, Exception error) => throw null!;

    public virtual void RequestError(RequestContext context, IError error) => throw null!;

    public virtual void ResolverError(IMiddlewareContext context, IError error) => throw null!;

    public virtual void ResolverError(RequestContext context, ISelection selection, IError error) => throw null!;
}
