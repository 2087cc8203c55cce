using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>
/// A POST must have the content type JSON. A browser sends this type to another origin only after a CORS preflight, so a foreign page can't
/// make its visitors' browsers send requests (CSRF).
/// </summary>
internal static class RequestContentType
{
    private const string Json = "application/json";

    public static bool IsSupported(HttpRequest request) =>
        IsUtf8Json(request.ContentType) && request.Headers.ContentEncoding.Count == 0;

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
