using Gateway.Sandbox.Calls;
using Gateway.Sandbox.Credentials;
using Gateway.Sandbox.Data;
using Gateway.Sandbox.Faults;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox;

/// <summary>
/// The steps before both endpoints: 1. the log, the count of the rate limit and the headers; 2. responses that a test served; 3. the rate
/// limit; 4. the route; 5. the credential; 6. its fault.
/// </summary>
internal sealed class CloudflareEdge(
    SandboxOptions options, CallLog calls, RateLimiter limiter, ServedAnswers served, SlowGate slow, FaultTable faults)
{
    private long _rays;

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var route = ApiRoute.Match(context.Request.Path.Value ?? "/");
        var refusal = CredentialReader.Read(context.Request.Headers, out var secret, out var owner);
        Canary? canary = options.Canaries ? Canary.Of(secret, owner) : null;
        // Read before the call is counted, so a release affects every call in the log.
        var released = slow.Released;
        var call = calls.Begin(RecordedCall.Of(context, route.Endpoint), released, canary);
        context.Features.Set(route);
        context.Features.Set(call);
        context.Features.Set(canary);
        context.Response.Body = call.Count(context.Response);
        var allowance = refusal is null ? limiter.Take(secret) : limiter.Untouched;
        SetHeaders(context.Response.Headers, allowance);
        try
        {
            if (options.Delay != TimeSpan.Zero)
                await Task.Delay(options.Delay, options.Time, context.RequestAborted);
            var own = Refuse(context.Request, route, refusal, allowance) ?? next;
            var fault = served.Take(route.Endpoint) ?? (own == next ? faults.Find(secret, route.Zone) : null);
            await (fault is null ? own(context) : fault(context, own));
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

    /// <summary>Sets the headers of all Cloudflare responses: the ray for support, and the state of the rate limit.</summary>
    private void SetHeaders(IHeaderDictionary headers, Allowance allowance)
    {
        headers["cf-ray"] = $"{Hash.Of(options.Seed, (ulong)Interlocked.Increment(ref _rays)):x16}-SBX";
        headers["Ratelimit-Policy"] = limiter.Policy;
        headers["Ratelimit"] = allowance.ToHeader();
    }

    private static RequestDelegate? Refuse(HttpRequest request, ApiRoute route, ErrorAnswer? refusal, Allowance allowance)
    {
        if (!allowance.Allowed)
            return context => RateLimitedFaults.Blocked(allowance.ResetSeconds)(context, _ => Task.CompletedTask);
        var error = route.Error ?? (HttpMethods.IsGet(request.Method) ? refusal : ErrorAnswer.MethodNotAllowed(request.Method));
        return error is null ? null : error.WriteAsync;
    }
}
