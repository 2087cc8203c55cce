using System.Buffers;
using Gateway.GraphQL.AspNetCore.Requests;
using Gateway.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gateway.GraphQL.AspNetCore.Responses;

/// <summary>Writes HTTP responses.</summary>
internal static class ResponseWriter
{
    public static Task WriteAsync(HttpContext context, ResponseMediaType mediaType, ExecutionResult result)
    {
        if (result.Outcome == ExecutionOutcome.OperationNotAllowed)
        {
            context.Response.Headers.Allow = HttpMethods.Post;
        }

        return WriteAsync(context, mediaType, result, result.Outcome switch
        {
            ExecutionOutcome.Executed => StatusCodes.Status200OK,
            ExecutionOutcome.RequestError => mediaType.RequestErrorStatus,
            _ => StatusCodes.Status405MethodNotAllowed,
        });
    }

    public static async Task WriteAsync(HttpContext context, ResponseMediaType mediaType, RequestFault fault)
    {
        using var result = fault.ToResult();
        await WriteAsync(context, mediaType, result, fault.Status);
    }

    /// <summary>Writes the responses to a batch as a JSON array, in the order of the requests.</summary>
    public static async Task WriteAsync(HttpContext context, ResponseMediaType mediaType, IReadOnlyList<ExecutionResult> results)
    {
        // The brackets and the commas.
        var length = results.Count + 1L;
        foreach (var result in results)
        {
            length += result.Length;
        }

        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        WriteHeaders(response, mediaType, length);
        RetryAfterHeader.Set(response.Headers, [.. results]);
        for (var index = 0; index < results.Count; index++)
        {
            response.BodyWriter.Write(index == 0 ? "["u8 : ","u8);
            results[index].WriteTo(response.BodyWriter);
        }

        response.BodyWriter.Write("]"u8);
        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private static async Task WriteAsync(HttpContext context, ResponseMediaType mediaType, ExecutionResult result, int status)
    {
        context.Response.StatusCode = status;
        WriteHeaders(context.Response, mediaType, result.Length);
        RetryAfterHeader.Set(context.Response.Headers, result);
        result.WriteTo(context.Response.BodyWriter);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private static void WriteHeaders(HttpResponse response, ResponseMediaType mediaType, long length)
    {
        var headers = response.Headers;
        headers.ContentType = mediaType.ContentType;
        headers.ContentLength = length;
        headers.CacheControl = "private, no-store";
        headers.Vary = headers.Vary.Count == 0 ? "Accept" : StringValues.Concat(headers.Vary, "Accept");
    }
}
