using System.Diagnostics;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Diagnostics;

namespace Gateway.Hosting;

/// <summary>Turns an exception that nobody expected into a 500 that tells nothing but the id to look for in the log.</summary>
internal static class UnexpectedErrors
{
    public static void UseUnexpectedErrors(this IApplicationBuilder app)
        => app.UseExceptionHandler(new ExceptionHandlerOptions
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
        context.Response.Headers.CacheControl = "private, no-store";
        return context.Response.WriteAsJsonAsync(
            new UnexpectedErrorBody([new UnexpectedError("Unexpected Execution Error", new(traceId))]),
            UnexpectedErrorJson.Default.UnexpectedErrorBody,
            cancellationToken: context.RequestAborted);
    }

    /// <summary>The trace's id, which is the caller's own where it sends one; without tracing, the server's name for the request.</summary>
    private static string TraceIdOf(HttpContext context) =>
        Activity.Current is { } activity ? activity.TraceId.ToString()
        : ActivityContext.TryParse(context.Request.Headers.TraceParent, traceState: null, out var parent) ? parent.TraceId.ToString()
        : context.TraceIdentifier;
}

internal sealed record UnexpectedErrorBody(UnexpectedError[] Errors);

internal sealed record UnexpectedError(string Message, UnexpectedErrorExtensions Extensions);

internal sealed record UnexpectedErrorExtensions(string TraceId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(UnexpectedErrorBody))]
internal sealed partial class UnexpectedErrorJson : JsonSerializerContext;
