using Gateway.Sandbox.Calls;
using Gateway.Sandbox.Credentials;
using Gateway.Sandbox.Faults;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox;

/// <summary>
/// What stands before both endpoints: 1. the log, the rate limit's count and the headers, 2. answers laid out by a test,
/// 3. the rate limit, 4. the route, 5. the credential, 6. its fault.
/// </summary>
internal sealed class CloudflareEdge(
    SandboxOptions options,
    CallLog calls,
    RateLimiter limiter,
    CloudflareHeaders headers,
    ServedAnswers served,
    SlowGate slow,
    FaultTable faults)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var route = ApiRoute.Match(context.Request.Path.Value ?? "/");
        context.Features.Set(route);
        context.Features.Set(slow.Draw());
        var call = calls.Begin(RecordedCall.Of(context, route.Endpoint));
        context.Features.Set(call);
        context.Response.Body = new CountedBody(context.Response, call);
        var caller = Identify(context.Request);
        headers.Apply(context, caller.Allowance);
        try
        {
            if (options.Delay != TimeSpan.Zero)
                await Task.Delay(options.Delay, options.Time, context.RequestAborted);
            await Choose(route, caller, context.Request, next)(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            call.End();
            calls.Abandon();
        }
        finally
        {
            call.End();
        }
    }

    private Caller Identify(HttpRequest request)
    {
        var refusal = CredentialReader.Read(request.Headers, out var secret);
        return new Caller(secret, refusal, refusal is null ? limiter.Take(secret) : limiter.Untouched);
    }

    private RequestDelegate Choose(ApiRoute route, Caller caller, HttpRequest request, RequestDelegate next)
    {
        var own = Refuse(route, caller, request) ?? next;
        if (served.TryTake(route.Endpoint, out var laidOut))
            return context => laidOut(context, own);
        return own == next && faults.TryFind(caller.Secret, out var fault) ? context => fault(context, next) : own;
    }

    private static RequestDelegate? Refuse(ApiRoute route, Caller caller, HttpRequest request)
    {
        if (!caller.Allowance.Allowed)
            return context => RateLimitedFaults.Blocked(caller.Allowance.ResetSeconds)(context, _ => Task.CompletedTask);
        if (route.Error is { } unknown)
            return unknown.WriteAsync;
        if (!HttpMethods.IsGet(request.Method))
            return ErrorAnswer.MethodNotAllowed(request.Method).WriteAsync;
        return caller.Refusal is { } refusal ? refusal.WriteAsync : null;
    }

    // No record: its text would hold the secret.
    private sealed class Caller(string secret, ErrorAnswer? refusal, Allowance allowance)
    {
        public string Secret => secret;

        public ErrorAnswer? Refusal => refusal;

        public Allowance Allowance => allowance;
    }
}
