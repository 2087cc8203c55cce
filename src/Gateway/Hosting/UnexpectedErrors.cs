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
        var traceId = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(UnexpectedErrors));
        HostingLog.UnexpectedError(logger, context.Features.Get<IExceptionHandlerFeature>()?.Error, traceId);
        context.Response.Headers.CacheControl = "private, no-store";
        return context.Response.WriteAsJsonAsync(
            new UnexpectedErrorBody([new UnexpectedError("Unexpected Execution Error", new(traceId))]),
            UnexpectedErrorJson.Default.UnexpectedErrorBody,
            cancellationToken: context.RequestAborted);
    }
}

internal sealed record UnexpectedErrorBody(UnexpectedError[] Errors);

internal sealed record UnexpectedError(string Message, UnexpectedErrorExtensions Extensions);

internal sealed record UnexpectedErrorExtensions(string TraceId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(UnexpectedErrorBody))]
internal sealed partial class UnexpectedErrorJson : JsonSerializerContext;
