using System.Security.Cryptography;
using System.Text;
using Gateway.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Gateway.GraphQL.AspNetCore.SchemaRequests;

/// <summary>Serves the schema's text. Unlike responses, it is public and cacheable.</summary>
internal sealed class SchemaDownload(GraphQLServerOptions options)
{
    private Content? _content;

    public async Task HandleAsync(HttpContext context)
    {
        var response = context.Response;
        if (!options.EnableSchemaRequests)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // A race may create it twice, with the same content.
        var content = _content ??= Content.Of(context.RequestServices.GetRequiredService<IRequestExecutor>().SchemaText);
        response.Headers.ETag = content.ETag.ToString();
        response.Headers.CacheControl = "public, max-age=3600, must-revalidate";
        if (IsCurrent(context.Request, content.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/graphql; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=\"schema.graphql\"";
        response.ContentLength = content.Bytes.Length;
        await response.BodyWriter.WriteAsync(content.Bytes, context.RequestAborted);
    }

    /// <summary>Compares <c>If-None-Match</c> weakly (RFC 9110, section 13.1.2).</summary>
    private static bool IsCurrent(HttpRequest request, EntityTagHeaderValue etag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch!, out var known)
            && known.Any(candidate => candidate.Tag == "*" || candidate.Compare(etag, useStrongComparison: false));

    private sealed record Content(byte[] Bytes, EntityTagHeaderValue ETag)
    {
        public static Content Of(string schema)
        {
            var bytes = Encoding.UTF8.GetBytes(schema);

            // Weak, because response compression changes the bytes.
            return new Content(bytes, new EntityTagHeaderValue($"\"1-{Convert.ToBase64String(SHA256.HashData(bytes))}\"", isWeak: true));
        }
    }
}
