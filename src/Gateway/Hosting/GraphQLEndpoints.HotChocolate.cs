using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Gateway.Hosting;

/// <summary>
/// Refuses what HotChocolate's endpoint would take, though nobody switched it on: paths below it, uploads, other methods and content types.
/// </summary>
internal static partial class GraphQLEndpoints
{
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

            if (below.HasValue && below != "/")
            {
                var isOpen = HttpMethods.IsGet(request.Method)
                    && (below == "/schema.graphql" ? settings.SchemaRequests is true : settings.Ide is true && below != "/schema");
                return isOpen ? next(context) : NotFound(context);
            }

            if (HttpMethods.IsPost(request.Method))
            {
                return IsJson(request) ? next(context) : WriteAsync(
                    context, StatusCodes.Status415UnsupportedMediaType, "The request's content type must be `application/json`, in UTF-8.");
            }

            if (!HttpMethods.IsGet(request.Method))
            {
                context.Response.Headers.Allow = Methods;
                return WriteAsync(
                    context, StatusCodes.Status405MethodNotAllowed, "This HTTP method is not supported here: see the `Allow` header.");
            }

            return IsRequest(request.Query) || (settings.SchemaRequests is true && request.Query.ContainsKey("sdl"))
                || (settings.Ide is true && AsksForPage(request))
                ? next(context)
                : WriteAsync(
                    context,
                    settings.HttpTransport == HttpTransportVersion.Draft20260903
                        ? StatusCodes.Status422UnprocessableEntity
                        : StatusCodes.Status400BadRequest,
                    "The request has no `query`, a string that holds a GraphQL document, and no `id` of one.",
                    "HC0013");
        });
    }

    private static bool IsRequest(IQueryCollection query) =>
        query.ContainsKey("query") || query.ContainsKey("id") || query.ContainsKey("documentId") || query.ContainsKey("extensions");

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
