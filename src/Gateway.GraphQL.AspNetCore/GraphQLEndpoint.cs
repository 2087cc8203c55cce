using Gateway.GraphQL.AspNetCore.Execution;
using Gateway.GraphQL.AspNetCore.Ide;
using Gateway.GraphQL.AspNetCore.Requests;
using Gateway.GraphQL.AspNetCore.Responses;
using Gateway.GraphQL.AspNetCore.SchemaRequests;
using Gateway.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.GraphQL.AspNetCore;

/// <summary>
/// The endpoint of GraphQL over HTTP, for GET and POST (https://github.com/graphql/graphql-over-http).
/// </summary>
internal sealed class GraphQLEndpoint(
    GraphQLServerOptions options,
    TransportOptions transport,
    ResponseWriter writer,
    SchemaDownload schema,
    IdeEndpoint ide,
    IServiceProvider services)
{
    private readonly PreparedRequestCache _known = new();

    // Resolved by the first request: the schema is built when the host starts, which is after the endpoint was mapped.
    private readonly Lazy<IRequestExecutor> _executor = new(services.GetRequiredService<IRequestExecutor>);

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await DispatchAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has disconnected, so there is nobody to respond to.
        }
    }

    private Task DispatchAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsPost(request.Method))
        {
            return PostAsync(context);
        }

        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            return RefuseMethodAsync(context);
        }

        var query = new QueryStringParser(request.QueryString);
        if (options.EnableSchemaRequests && query.Has("sdl"))
        {
            return schema.HandleAsync(context);
        }

        if (ide.Enabled && !query.IsRequest && AcceptHeader.AsksForPage(request.Headers.Accept))
        {
            return ide.HandlePageAsync(context);
        }

        return options.EnableGetRequests ? GetAsync(context, query) : RefuseMethodAsync(context);
    }

    private async Task GetAsync(HttpContext context, QueryStringParser query)
    {
        using var request = new GraphQLRequest();
        if ((Negotiate(context, out var mediaType) ?? query.Parse(request)) is { } fault)
        {
            await writer.WriteAsync(context, mediaType, fault);
            return;
        }

        await RunAsync(context, mediaType, request, queriesOnly: true);
    }

    private async Task PostAsync(HttpContext context)
    {
        var refused = RequestContentType.Check(context.Request, out var isCompressed);
        if ((Negotiate(context, out var mediaType) ?? refused) is { } refusal)
        {
            if (refusal == RequestFault.UnsupportedEncoding)
            {
                // RFC 9110, section 12.5.3.
                context.Response.Headers.AcceptEncoding = RequestContentType.Gzip;
            }

            await writer.WriteAsync(context, mediaType, refusal);
            return;
        }

        using var body = await RequestBody.ReadAsync(
            context.Request, transport.MaxAllowedRequestSize, isCompressed, context.RequestAborted);
        var costMode = CostHeader.Read(context.Request.Headers);
        if (body.Fault is null && costMode == CostMode.Enforce && _known.Find(body.Bytes, _executor.Value) is { } operation)
        {
            body.Dispose();
            using var result = await _executor.Value.ExecuteAsync(operation, context.RequestServices, context, context.RequestAborted);
            await writer.WriteAsync(context, mediaType, result);
            return;
        }

        body.Detach();
        if (body.Fault is null && JsonRequestParser.IsBatch(body.Bytes))
        {
            await RunBatchAsync(context, mediaType, body);
            return;
        }

        using var request = new GraphQLRequest();
        if ((body.Fault ?? JsonRequestParser.Parse(body.Bytes, request)) is { } fault)
        {
            await writer.WriteAsync(context, mediaType, fault);
            return;
        }

        await RunAsync(context, mediaType, request, queriesOnly: false);
    }

    private async Task RunAsync(HttpContext context, ResponseMediaType mediaType, GraphQLRequest request, bool queriesOnly)
    {
        using var result = await ExecuteAsync(context, request, queriesOnly);
        await writer.WriteAsync(context, mediaType, result);
    }

    private async Task RunBatchAsync(HttpContext context, ResponseMediaType mediaType, RequestBody body)
    {
        var requests = new List<GraphQLRequest>();
        var results = new List<ExecutionResult>();
        try
        {
            var fault = options.Batching is AllowedBatching.RequestBatching
                ? JsonRequestParser.ParseBatch(body.Bytes, options.MaxBatchSize, requests)
                : RequestFault.Batch;
            if (fault is not null)
            {
                await writer.WriteAsync(context, mediaType, fault);
                return;
            }

            var bytes = 0L;
            foreach (var request in requests)
            {
                request.BytesBefore = bytes;
                var result = await ExecuteAsync(context, request, queriesOnly: false);
                results.Add(result);
                bytes += result.Length;
                if (result.Outcome == ExecutionOutcome.Overloaded)
                {
                    await writer.WriteAsync(context, mediaType, result);
                    return;
                }
            }

            await writer.WriteAsync(context, mediaType, results);
        }
        finally
        {
            results.ForEach(static result => result.Dispose());
            requests.ForEach(static request => request.Dispose());
        }
    }

    private ValueTask<ExecutionResult> ExecuteAsync(HttpContext context, GraphQLRequest request, bool queriesOnly)
    {
        request.CostMode = CostHeader.Read(context.Request.Headers);
        request.QueriesOnly = queriesOnly;
        request.Services = context.RequestServices;
        request.State = context;
        return _executor.Value.ExecuteAsync(request, context.RequestAborted);
    }

    private Task RefuseMethodAsync(HttpContext context)
    {
        context.Response.Headers.Allow = options.EnableGetRequests ? "GET, HEAD, POST" : "POST";
        Negotiate(context, out var mediaType);
        return writer.WriteAsync(context, mediaType, RequestFault.MethodNotAllowed);
    }

    private RequestFault? Negotiate(HttpContext context, out ResponseMediaType mediaType) =>
        AcceptHeader.Negotiate(
            context.Request.Headers.Accept,
            ResponseStatus.Preferred(transport.HttpTransportVersion),
            out mediaType);
}
