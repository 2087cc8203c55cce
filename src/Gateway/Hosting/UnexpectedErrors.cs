using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace Gateway.Hosting;

/// <summary>Turns an unhandled exception into a 500. The response contains only the trace id, which is also in the log.</summary>
internal static class UnexpectedErrors
{
    public static void UseUnexpectedErrors(this IApplicationBuilder app) =>
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = WriteAsync,
            // Logged below, with the id.
            SuppressDiagnosticsCallback = static _ => true,
        });

    private static Task WriteAsync(HttpContext context)
    {
        var traceId = TraceIdOf(context);
        var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(UnexpectedErrors));
        HostingLog.UnexpectedError(logger, context.Features.Get<IExceptionHandlerFeature>()?.Error, traceId);
        // The middleware of ASP.NET Core has removed all headers.
        context.Response.SetContentTypeOptions();
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(
            $$$"""{"errors":[{"message":"Unexpected Execution Error","extensions":{"traceId":"{{{JsonEncodedText.Encode(traceId)}}}"}}]}""",
            context.RequestAborted);
    }

    /// <summary>The trace id: the caller's if it sends one. Without tracing, the server's id of the request.</summary>
    private static string TraceIdOf(HttpContext context) =>
        Activity.Current is { } activity ? activity.TraceId.ToString()
        : ActivityContext.TryParse(context.Request.Headers.TraceParent, traceState: null, out var parent) ? parent.TraceId.ToString()
        : context.TraceIdentifier;
}
