using System.Text.Encodings.Web;
using System.Text.Json;
using Gateway.GraphQL.AspNetCore.Requests;
using Gateway.GraphQL.AspNetCore.Responses;
using Microsoft.Net.Http.Headers;
using GraphQLRequest = Gateway.GraphQL.AspNetCore.Requests.GraphQLRequest;
using RequestContentType = Gateway.GraphQL.AspNetCore.Requests.RequestContentType;

namespace Gateway.Hosting;

/// <summary>
/// Reads requests as the gateway's own engine does, and hands HotChocolate's endpoint what it takes for the same. Nothing else gets there,
/// such as paths below it, uploads and other methods, which nobody switched on.
/// </summary>
internal static partial class GraphQLEndpoints
{
    /// <summary>The item of a request that tells that its body is a list.</summary>
    internal static readonly object List = new();

    private const string Endpoint = "/graphql";
    private const string Methods = "GET, POST";

    static partial void UseApplicationServices(WebApplication app)
    {
        var settings = GraphQLOptions.Read(app.Configuration, app.Environment);
        app.Use(next => async context =>
        {
            try
            {
                if (!context.Request.Path.StartsWithSegments(Endpoint, StringComparison.OrdinalIgnoreCase, out var below)
                    || await IsReadyAsync(context, below, settings))
                {
                    await next(context);
                }
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                // The client has disconnected, so there is nobody to respond to.
            }
        });
    }

    /// <summary>Reads the request.</summary>
    /// <returns>Whether HotChocolate gets it; otherwise it has its response.</returns>
    private static async Task<bool> IsReadyAsync(HttpContext context, PathString below, GraphQLOptions settings)
    {
        var request = context.Request;
        if (below.HasValue && below != "/")
        {
            var isOpen = HttpMethods.IsGet(request.Method)
                && (below == "/schema.graphql" ? settings.SchemaRequests is true : settings.Ide is true && below != "/schema");
            context.Response.StatusCode = isOpen ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
            return isOpen;
        }

        var query = new QueryStringParser(request.QueryString);
        if (HttpMethods.IsGet(request.Method)
            && ((settings.SchemaRequests is true && query.Has("sdl"))
                || (settings.Ide is true && !query.IsRequest && AcceptHeader.AsksForPage(request.Headers.Accept))))
        {
            return true;
        }

        var budget = new ResponseBudget(
            settings.Limits.MaxResponseBytes, () => context.RequestServices.GetRequiredService<IResponseMemory>().Open(context));
        context.Items[typeof(ResponseBudget)] = budget;
        context.Response.RegisterForDispose(budget);
        var refused = AcceptHeader.Negotiate(request.Headers.Accept, ResponseStatus.Preferred(settings.HttpTransport), out var accepted);
        request.Headers.Accept = accepted.Name;
        var fault = HttpMethods.IsPost(request.Method) ? refused ?? await PostAsync(context, settings)
            : HttpMethods.IsGet(request.Method) ? refused ?? Get(request, query, settings)
            : RequestFault.MethodNotAllowed;
        if (fault is not null)
        {
            await WriteAsync(context, fault, ResponseStatus.Of(settings.HttpTransport, fault.Outcome, accepted));
        }

        return fault is null;
    }

    private static RequestFault? Get(HttpRequest http, QueryStringParser query, GraphQLOptions settings)
    {
        using var request = new GraphQLRequest();
        if ((query.Parse(request) ?? FaultOf(request, settings)) is { } fault)
        {
            return fault;
        }

        using var json = JsonDocument.Parse(Json([request], isList: false));
        http.QueryString = QueryString.Create(json.RootElement.EnumerateObject().Select(
            static member => KeyValuePair.Create(member.Name, (string?)member.Value.ToString())));
        return null;
    }

    private static async Task<RequestFault?> PostAsync(HttpContext context, GraphQLOptions settings)
    {
        var http = context.Request;
        if (RequestContentType.Check(http, out var isCompressed) is { } refused)
        {
            return refused;
        }

        using var body = await RequestBody.ReadAsync(http, settings.MaxRequestBytes, isCompressed, context.RequestAborted);
        var requests = new List<GraphQLRequest>();
        try
        {
            var isList = body.Fault is null && JsonRequestParser.IsBatch(body.Bytes);
            if ((body.Fault ?? Parse(body.Bytes, settings.Batching, isList, requests)
                ?? requests.Select(request => FaultOf(request, settings)).FirstOrDefault(static fault => fault is not null)) is { } fault)
            {
                return fault;
            }

            // HotChocolate takes a list of one for the request in it.
            context.Items[List] = isList ? true : null;
            var json = Json(requests, isList);
            http.Body = new MemoryStream(json);
            http.ContentLength = json.Length;
            http.ContentType = ResponseMediaType.Json.Name;
            http.Headers.Remove(HeaderNames.ContentEncoding);
            return null;
        }
        finally
        {
            requests.ForEach(static request => request.Dispose());
        }
    }

    private static RequestFault? Parse(
        ReadOnlyMemory<byte> body, GraphQLOptions.BatchingSettings batching, bool isList, List<GraphQLRequest> requests)
    {
        if (isList)
        {
            return batching.Enabled ? JsonRequestParser.ParseBatch(body, batching.MaxSize, requests) : RequestFault.Batch;
        }

        requests.Add(new());
        return JsonRequestParser.Parse(body, requests[0]);
    }

    /// <summary>What HotChocolate would refuse as no request at all.</summary>
    private static RequestFault? FaultOf(GraphQLRequest request, GraphQLOptions settings) =>
        StoredDocuments.FaultOf(request, settings.TrustedDocuments.Only) ?? DocumentLimits.FaultOf(request.Variables);

    /// <summary>What of the requests counts, in HotChocolate's words.</summary>
    private static byte[] Json(IEnumerable<GraphQLRequest> requests, bool isList)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
        {
            if (isList)
            {
                json.WriteStartArray();
            }

            foreach (var request in requests)
            {
                Write(request, json);
            }

            if (isList)
            {
                json.WriteEndArray();
            }
        }

        return bytes.ToArray();
    }

    private static void Write(GraphQLRequest request, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (!request.Document.IsEmpty)
        {
            json.WriteString("query", request.Document.Span);
        }
        else if (request.DocumentId is { } id)
        {
            json.WriteString("id", StoredDocuments.KeyOf(id));
        }

        if (request.OperationName is { } name)
        {
            json.WriteString("operationName", name);
        }

        if (!request.Variables.IsEmpty)
        {
            json.WritePropertyName("variables");
            json.WriteRawValue(request.Variables.Span, skipInputValidation: true);
        }

        if (request.DocumentHash is { } hash)
        {
            json.WriteStartObject("extensions");
            json.WriteStartObject("persistedQuery");
            json.WriteNumber("version", 1);
            json.WriteString("sha256Hash", hash);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static Task WriteAsync(HttpContext context, RequestFault fault, ResponseStatus status)
    {
        var headers = context.Response.Headers;
        if (fault == RequestFault.MethodNotAllowed)
        {
            headers.Allow = Methods;
        }
        else if (fault == RequestFault.UnsupportedEncoding)
        {
            // RFC 9110, section 12.5.3.
            headers.AcceptEncoding = RequestContentType.Gzip;
        }

        context.Response.StatusCode = status.Code;
        context.Response.ContentType = status.MediaType.ContentType;
        ResponseHeaders.Set(context.Response);
        var text = JsonEncodedText.Encode(fault.Message, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        var extensions = fault.Code is null ? "" : $$""","extensions":{"code":"{{fault.Code}}"}""";
        return context.Response.WriteAsync($$"""{"errors":[{"message":"{{text}}"{{extensions}}}]}""", context.RequestAborted);
    }
}

/// <summary>The headers of every response: it belongs to one credential, and depends on what the client accepts.</summary>
internal static class ResponseHeaders
{
    public static void Set(HttpResponse response)
    {
        response.Headers.CacheControl = "private, no-store";
        response.Headers.Vary = response.Headers.Vary.Count == 0 ? "Accept" : $"{response.Headers.Vary}, Accept";
    }
}
