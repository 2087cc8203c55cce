using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>
/// A POST is run only if it says that it is JSON: a browser cannot send that type to another origin without asking first,
/// so that no page makes its visitors' browsers run requests.
/// </summary>
internal static class RequestContentType
{
    private const string Json = "application/json";

    public static bool IsSupported(HttpRequest request)
        => IsUtf8Json(request.ContentType) && request.Headers.ContentEncoding.Count == 0;

    private static bool IsUtf8Json(string? contentType)
    {
        if (string.Equals(contentType, Json, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return MediaTypeHeaderValue.TryParse(contentType, out var parsed)
            && parsed.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            && (!parsed.Charset.HasValue
                || HeaderUtilities.RemoveQuotes(parsed.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }
}
