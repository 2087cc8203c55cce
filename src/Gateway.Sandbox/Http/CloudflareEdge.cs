using Gateway.Sandbox.Calls;
using Gateway.Sandbox.Credentials;
using Gateway.Sandbox.Faults;

namespace Gateway.Sandbox.Http;

/// <summary>
/// What stands before both endpoints: 1. the log and the headers, 2. answers laid out by a test, 3. the route,
/// 4. the credential, 5. its fault.
/// </summary>
internal sealed class CloudflareEdge(
    SandboxOptions options, CallLog calls, CloudflareHeaders headers, ServedAnswers served, SlowGate slow, FaultTable faults)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var route = ApiRoute.Match(context.Request.Path.Value ?? "/");
        context.Features.Set(slow.Draw());
        calls.Add(RecordedCall.Of(context, route.Endpoint));
        headers.Apply(context);
        context.Features.Set(route);
        try
        {
            if (options.Delay != TimeSpan.Zero)
                await Task.Delay(options.Delay, options.Time, context.RequestAborted);
            await Choose(context.Request, route, next)(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            calls.Abandon();
        }
    }

    private RequestDelegate Choose(HttpRequest request, ApiRoute route, RequestDelegate next)
    {
        var own = Admit(request, route, next, out var fault);
        if (served.TryTake(route.Endpoint, out var laidOut))
            return context => laidOut(context, own);
        return fault is null ? own : context => fault(context, next);
    }

    /// <summary>What the endpoint would say by itself: a refusal, or its data.</summary>
    private RequestDelegate Admit(HttpRequest request, ApiRoute route, RequestDelegate next, out Fault? fault)
    {
        fault = null;
        if (route.Error is { } unknown)
            return unknown.WriteAsync;
        if (!HttpMethods.IsGet(request.Method))
            return ErrorAnswer.MethodNotAllowed(request.Method).WriteAsync;
        if (CredentialReader.Read(request.Headers, out var secret) is { } refusal)
            return refusal.WriteAsync;
        faults.TryFind(secret, out fault);
        return next;
    }
}
