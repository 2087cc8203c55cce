using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace Gateway.Telemetry;

/// <summary>
/// The span of an HTTP request (https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-server). The sampler is asked first: a
/// request that it drops starts no activity, unless its caller sends <c>traceparent</c>, which log lines and calls then go on with. Asking
/// costs a hit half a microsecond and an object that lives for a moment. OpenTelemetry's instrumentation of ASP.NET Core costs five: it
/// starts an activity for each request, which goes along through all that awaits, and which each span below asks the sampler about.
/// </summary>
internal static class RequestSpans
{
    private static readonly ActivitySource Source = new("Gateway.Http");

    public static void UseRequestSpans(this IApplicationBuilder app) => app.Use(static next => context =>
        Start(context.Request) is { } span ? ObserveAsync(next, context, span) : next(context));

    private static Activity? Start(HttpRequest request)
    {
        var isRemote = ActivityContext.TryParse(
            request.Headers.TraceParent, request.Headers.TraceState, isRemote: true, out var parent);

        // That of ASP.NET Core, if something else listens to it: no exporter gets it, so it can't be the parent.
        var outer = Activity.Current;
        if (outer is not null)
        {
            Activity.Current = null;
        }

        var span = Source.CreateActivity("HTTP request", ActivityKind.Server, parent);
        if (span is not null && (isRemote || span.IsAllDataRequested) && !IsProbe(request.Path))
        {
            return span.Start();
        }

        if (outer is not null)
        {
            Activity.Current = outer;
        }

        return null;
    }

    private static async Task ObserveAsync(RequestDelegate next, HttpContext context, Activity span)
    {
        Exception? thrown = null;
        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            thrown = exception;
            throw;
        }
        finally
        {
            if (span.IsAllDataRequested)
            {
                Describe(span, context, thrown);
            }

            span.Dispose();
        }
    }

    /// <summary>Writes the attributes. The query is left out: it holds what a caller asks for, and perhaps a credential.</summary>
    private static void Describe(Activity span, HttpContext context, Exception? thrown)
    {
        var (request, status) = (context.Request, context.Response.StatusCode);
        var handled = context.Features.Get<IExceptionHandlerPathFeature>();
        var route = ((handled?.Endpoint ?? context.GetEndpoint()) as RouteEndpoint)?.RoutePattern.RawText;

        // Anybody can send any method: an unknown one is no name of a span.
        var method = HttpMethods.GetCanonicalizedValue(request.Method);
        var isKnown = method is "GET" or "POST" or "PUT" or "DELETE" or "HEAD" or "OPTIONS" or "PATCH" or "TRACE" or "CONNECT";
        span.DisplayName = $"{(isKnown ? method : "HTTP")} {route}".TrimEnd();
        span.SetTag("http.request.method", isKnown ? method : "_OTHER")
            .SetTag("http.route", route)
            .SetTag("http.response.status_code", status)
            .SetTag("network.protocol.version", request.Protocol["HTTP/".Length..])
            .SetTag("server.address", request.Host.Host)
            .SetTag("server.port", request.Host.Port)
            .SetTag("url.path", (request.PathBase + request.Path).Value)
            .SetTag("url.scheme", request.Scheme)
            .SetTag("user_agent.original", (string?)request.Headers.UserAgent);
        var error = (thrown ?? handled?.Error)?.GetType().FullName ?? (status >= 500 ? $"{status}" : null);
        if (error is not null)
        {
            span.SetStatus(ActivityStatusCode.Error).SetTag("error.type", error);
        }
    }

    /// <summary>Whether a request is one of a load balancer, which come every few seconds.</summary>
    private static bool IsProbe(PathString path) => path.Value?.Contains("/health/", StringComparison.Ordinal) == true;
}
