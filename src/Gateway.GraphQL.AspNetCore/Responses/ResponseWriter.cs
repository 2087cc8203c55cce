using System.Buffers;
using Gateway.GraphQL.AspNetCore.Execution;
using Gateway.GraphQL.AspNetCore.Requests;
using Gateway.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gateway.GraphQL.AspNetCore.Responses;

/// <summary>
/// Writes HTTP responses. A large one is written in chunks, and the client has to read each of them in time: a response takes memory until
/// it is read.
/// </summary>
internal sealed class ResponseWriter(TransportOptions options, TimeProvider time, ExecutionDiagnostics diagnostics)
{
    // As many as Kestrel buffers for a connection.
    private const int ChunkSize = 64 * 1024;

    public Task WriteAsync(HttpContext context, ResponseMediaType accepted, ExecutionResult result)
    {
        if (result.Outcome == ExecutionOutcome.OperationNotAllowed)
        {
            context.Response.Headers.Allow = HttpMethods.Post;
        }

        return WriteAsync(context, accepted, result, OutcomeOf(result));
    }

    public async Task WriteAsync(HttpContext context, ResponseMediaType accepted, RequestFault fault)
    {
        using var result = PooledResult.RequestError([new Error(fault.Message) { Code = fault.Code }]);
        diagnostics.Refused(result.Errors);
        await WriteAsync(context, accepted, result, fault.Outcome);
    }

    /// <summary>Writes the responses to a batch as a JSON array, in the order of the requests.</summary>
    public Task WriteAsync(HttpContext context, ResponseMediaType accepted, IReadOnlyList<ExecutionResult> results)
    {
        // The brackets and the commas.
        var length = results.Count + 1L;
        foreach (var result in results)
        {
            length += result.Length;
        }

        WriteHeaders(context.Response, accepted, RequestOutcome.Batch, length);
        RetryAfterHeader.Set(context.Response.Headers, [.. results]);
        if (length > ChunkSize)
        {
            return WriteInChunksAsync(context, PartsOf(results));
        }

        var writer = context.Response.BodyWriter;
        for (var index = 0; index < results.Count; index++)
        {
            writer.Write(index == 0 ? "["u8 : ","u8);
            results[index].WriteTo(writer);
        }

        writer.Write("]"u8);
        return FlushAsync(context);
    }

    private static RequestOutcome OutcomeOf(ExecutionResult result) => result.Outcome switch
    {
        ExecutionOutcome.Executed => result.Errors.Count == 0 ? RequestOutcome.Data : RequestOutcome.PartialData,
        ExecutionOutcome.SyntaxError => RequestOutcome.SyntaxError,
        ExecutionOutcome.RequestError => RequestOutcome.RequestError,
        ExecutionOutcome.OperationNotAllowed => RequestOutcome.MethodNotAllowed,
        ExecutionOutcome.Overloaded => RequestOutcome.Overloaded,
        ExecutionOutcome.TimedOut => RequestOutcome.TimedOut,
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    private Task WriteAsync(HttpContext context, ResponseMediaType accepted, ExecutionResult result, RequestOutcome outcome)
    {
        WriteHeaders(context.Response, accepted, outcome, result.Length);
        RetryAfterHeader.Set(context.Response.Headers, result);
        if (result.Length > ChunkSize)
        {
            return WriteInChunksAsync(context, result.Parts());
        }

        result.WriteTo(context.Response.BodyWriter);
        return FlushAsync(context);
    }

    private async Task FlushAsync(HttpContext context)
    {
        var flush = context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        if (flush.IsCompleted)
        {
            await flush;
            return;
        }

        // The server has no room for it: the client has not read what came before.
        await using var deadline = new WriteDeadline(context, options.WriteTimeout, time);
        await flush;
    }

    private async Task WriteInChunksAsync(HttpContext context, IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        var writer = context.Response.BodyWriter;
        await using var deadline = new WriteDeadline(context, options.WriteTimeout, time);
        var room = ChunkSize;
        foreach (var part in parts)
        {
            for (var rest = part; !rest.IsEmpty;)
            {
                var length = Math.Min(rest.Length, room);
                writer.Write(rest.Span[..length]);
                rest = rest[length..];
                room -= length;
                if (room == 0)
                {
                    if ((await writer.FlushAsync(context.RequestAborted)).IsCompleted)
                    {
                        // Nobody reads any more. The server takes a short response for an error until it has ended the request.
                        await Task.Delay(Timeout.InfiniteTimeSpan, time, context.RequestAborted)
                            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                        return;
                    }

                    deadline.Restart();
                    room = ChunkSize;
                }
            }
        }

        await writer.FlushAsync(context.RequestAborted);
    }

    private static IEnumerable<ReadOnlyMemory<byte>> PartsOf(IReadOnlyList<ExecutionResult> results)
    {
        for (var index = 0; index < results.Count; index++)
        {
            yield return (index == 0 ? "["u8 : ","u8).ToArray();
            foreach (var part in results[index].Parts())
            {
                yield return part;
            }
        }

        yield return "]"u8.ToArray();
    }

    private void WriteHeaders(HttpResponse response, ResponseMediaType accepted, RequestOutcome outcome, long length)
    {
        var status = ResponseStatus.Of(options.HttpTransportVersion, outcome, accepted);
        response.StatusCode = status.Code;
        var headers = response.Headers;
        headers.ContentType = status.MediaType.ContentType;
        headers.ContentLength = length;
        diagnostics.Responding(length);
        headers.CacheControl = "private, no-store";
        headers.Vary = headers.Vary.Count == 0 ? "Accept" : StringValues.Concat(headers.Vary, "Accept");
    }
}
