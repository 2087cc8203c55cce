using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gateway.GraphQL.AspNetCore.Requests;
using Gateway.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gateway.GraphQL.AspNetCore.Responses;

/// <summary>Writes what the engine, or the transport itself, has to say.</summary>
internal static class ResponseWriter
{
    // The body is JSON and never part of a page, so that backticks and quotes may stay as they are.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(HttpContext context, ResponseMediaType mediaType, ExecutionResult result)
    {
        var response = context.Response;
        response.StatusCode = result.Outcome switch
        {
            ExecutionOutcome.Executed => StatusCodes.Status200OK,
            ExecutionOutcome.RequestError => mediaType.RequestErrorStatus,
            _ => StatusCodes.Status405MethodNotAllowed,
        };
        if (result.Outcome == ExecutionOutcome.OperationNotAllowed)
        {
            response.Headers.Allow = HttpMethods.Post;
        }

        WriteHeaders(response, mediaType, result.Length);
        result.WriteTo(response.BodyWriter);
        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    /// <summary>Writes the answers to a batch, as a list in the order of its requests.</summary>
    public static async Task WriteAsync(HttpContext context, ResponseMediaType mediaType, IReadOnlyList<ExecutionResult> results)
    {
        // The brackets, and a comma between each two.
        var length = results.Count + 1L;
        foreach (var result in results)
        {
            length += result.Length;
        }

        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        WriteHeaders(response, mediaType, length);
        for (var index = 0; index < results.Count; index++)
        {
            response.BodyWriter.Write(index == 0 ? "["u8 : ","u8);
            results[index].WriteTo(response.BodyWriter);
        }

        response.BodyWriter.Write("]"u8);
        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    public static async Task WriteAsync(HttpContext context, ResponseMediaType mediaType, RequestFault fault)
    {
        var body = Serialize(fault);
        context.Response.StatusCode = fault.Status;
        WriteHeaders(context.Response, mediaType, body.WrittenCount);
        await context.Response.BodyWriter.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    private static void WriteHeaders(HttpResponse response, ResponseMediaType mediaType, long length)
    {
        var headers = response.Headers;
        headers.ContentType = mediaType.ContentType;
        headers.ContentLength = length;
        headers.CacheControl = "private, no-store";
        headers.Vary = headers.Vary.Count == 0 ? "Accept" : StringValues.Concat(headers.Vary, "Accept");
    }

    private static ArrayBufferWriter<byte> Serialize(RequestFault fault)
    {
        var body = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(body, Readable);
        json.WriteStartObject();
        json.WriteStartArray("errors"u8);
        json.WriteStartObject();
        json.WriteString("message"u8, fault.Message);
        if (fault.Code is { } code)
        {
            json.WriteStartObject("extensions"u8);
            json.WriteString("code"u8, code);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return body;
    }
}
