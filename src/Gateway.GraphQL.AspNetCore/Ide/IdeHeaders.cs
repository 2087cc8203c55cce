using Microsoft.AspNetCore.Http;

namespace Gateway.GraphQL.AspNetCore.Ide;

/// <summary>Sets the security headers of the IDE. Its Content Security Policy blocks requests to other hosts.</summary>
internal static class IdeHeaders
{
    // The editor creates its styles and workers at run time.
    private const string Policy =
        "default-src 'self'; script-src 'self' 'unsafe-eval' blob:; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data: blob:; "
        + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    public static void Set(HttpResponse response, PathString file)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";

        // File names below static/ change with their content.
        headers.CacheControl = file.StartsWithSegments("/static", StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
    }
}
