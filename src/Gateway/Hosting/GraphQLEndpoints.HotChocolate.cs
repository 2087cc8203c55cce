using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Gateway.Hosting;

/// <summary>
/// Refuses what HotChocolate's endpoint would take, though nobody switched it on: paths below it, uploads, other methods and content types.
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
        app.Use(next => context =>
        {
            var request = context.Request;
            if (!request.Path.StartsWithSegments(Endpoint, StringComparison.OrdinalIgnoreCase, out var below))
            {
                return next(context);
            }

            // What can't be read is disregarded: HotChocolate fails.
            if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out _))
            {
                request.Headers.Remove(HeaderNames.Accept);
            }

            context.Items[typeof(ResponseBudget)] = new ResponseBudget(settings.Limits.MaxResponseBytes);
            if (below.HasValue && below != "/")
            {
                var isOpen = HttpMethods.IsGet(request.Method)
                    && (below == "/schema.graphql" ? settings.SchemaRequests is true : settings.Ide is true && below != "/schema");
                return isOpen ? next(context) : NotFound(context);
            }

            if (HttpMethods.IsPost(request.Method))
            {
                return IsJson(request) ? PostAsync(context, settings, next) : WriteAsync(
                    context, StatusCodes.Status415UnsupportedMediaType, "The request's content type must be `application/json`, in UTF-8.");
            }

            if (!HttpMethods.IsGet(request.Method))
            {
                context.Response.Headers.Allow = Methods;
                return WriteAsync(
                    context, StatusCodes.Status405MethodNotAllowed, "This HTTP method is not supported here: see the `Allow` header.");
            }

            if (FaultOf(request.Query) is var (status, fault))
            {
                return WriteAsync(context, status ?? NotWellFormed(settings), fault, "HC0011");
            }

            return IsRequest(request.Query) || (settings.SchemaRequests is true && request.Query.ContainsKey("sdl"))
                || (settings.Ide is true && AsksForPage(request))
                ? next(context)
                : WriteAsync(
                    context,
                    NotWellFormed(settings),
                    "The request has no `query`, a string that holds a GraphQL document, and no `id` of one.",
                    "HC0013");
        });
    }

    private static int NotWellFormed(GraphQLOptions settings) => settings.HttpTransport == HttpTransportVersion.Draft20260903
        ? StatusCodes.Status422UnprocessableEntity
        : StatusCodes.Status400BadRequest;

    /// <summary>Tells a list from a request: HotChocolate takes a list of one for the request in it.</summary>
    private static async Task PostAsync(HttpContext context, GraphQLOptions settings, RequestDelegate next)
    {
        // It knows one spelling of it.
        context.Request.ContentType = "application/json";
        if (await IsListAsync(context.Request.BodyReader, context.RequestAborted))
        {
            if (!settings.Batching.Enabled)
            {
                await WriteAsync(
                    context,
                    NotWellFormed(settings),
                    "This server takes one request at a time: the body must be a JSON object, not a list.",
                    "HC0009");
                return;
            }

            context.Items[List] = true;
        }

        await next(context);
    }

    private static async ValueTask<bool> IsListAsync(PipeReader body, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            if (FirstOf(read.Buffer) is { } first)
            {
                // Read again by HotChocolate.
                body.AdvanceTo(read.Buffer.Start);
                return first == '[';
            }

            body.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return false;
            }
        }
    }

    private static byte? FirstOf(ReadOnlySequence<byte> bytes)
    {
        foreach (var part in bytes)
        {
            var rest = part.Span.TrimStart(" \t\r\n"u8);
            if (!rest.IsEmpty)
            {
                return rest[0];
            }
        }

        return null;
    }

    private static bool IsRequest(IQueryCollection query) =>
        query["query"] != "" && (query.ContainsKey("query") || query.ContainsKey("id") || query.ContainsKey("extensions"));

    /// <summary>What is wrong with the objects of a query string, which HotChocolate takes for errors of its own.</summary>
    private static (int? Status, string Fault)? FaultOf(IQueryCollection query)
    {
        foreach (var name in (string[])["variables", "extensions"])
        {
            if (query[name] is [{ Length: > 0 } text])
            {
                try
                {
                    using var json = JsonDocument.Parse(text);
                    if (json.RootElement.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
                    {
                        return (null, $"`{name}` must be a JSON object.");
                    }
                }
                catch (JsonException)
                {
                    return (StatusCodes.Status400BadRequest, $"`{name}` is not JSON.");
                }
            }
        }

        return null;
    }

    private static bool AsksForPage(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(static type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    private static bool IsJson(HttpRequest request) =>
        request.Headers.ContentEncoding.Count == 0
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task WriteAsync(HttpContext context, int status, string message, string? code = null)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/graphql-response+json; charset=utf-8";
        ResponseHeaders.Set(context.Response);
        var text = JsonEncodedText.Encode(message, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        var extensions = code is null ? "" : $$""","extensions":{"code":"{{code}}"}""";
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
