using Microsoft.AspNetCore.Http;

namespace Gateway.GraphQL.AspNetCore.Ide;

/// <summary>Keeps the IDE to its own host: whatever it tries, the browser asks no other.</summary>
internal static class IdeHeaders
{
    // The editor builds its styles and workers at run time.
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

        // Names below static/ change with their content.
        headers.CacheControl = file.StartsWithSegments("/static", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
