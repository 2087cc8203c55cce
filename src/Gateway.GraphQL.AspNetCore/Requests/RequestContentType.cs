using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>
/// A POST must have the content type JSON. A browser sends this type to another origin only after a CORS preflight, so a foreign page can't
/// make its visitors' browsers send requests (CSRF).
/// </summary>
internal static class RequestContentType
{
    /// <summary>The content coding that is supported (RFC 9110, section 8.4.1).</summary>
    public const string Gzip = "gzip";

    private const string Json = "application/json";

    public static RequestFault? Check(HttpRequest request, out bool isCompressed)
    {
        isCompressed = false;
        return !IsUtf8Json(request.ContentType) ? RequestFault.UnsupportedMediaType
            : request.Headers.ContentEncoding is { Count: > 0 } coding && !TryReadCoding(coding, out isCompressed)
                ? RequestFault.UnsupportedEncoding
                : null;
    }

    private static bool IsUtf8Json(string? contentType)
    {
        if (string.Equals(contentType, Json, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return MediaTypeHeaderValue.TryParse(contentType, out var parsed)
            && parsed.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            && (!parsed.Charset.HasValue || Charsets.IsUtf8(HeaderUtilities.RemoveQuotes(parsed.Charset)));
    }

    /// <summary>Reads the codings. Those that change nothing are skipped, and one that compresses is supported.</summary>
    private static bool TryReadCoding(StringValues values, out bool isCompressed)
    {
        isCompressed = false;
        foreach (var coding in values.SelectMany(static value => value?.Split(',', StringSplitOptions.TrimEntries) ?? []))
        {
            if (coding.Equals(Gzip, StringComparison.OrdinalIgnoreCase) || coding.Equals("x-gzip", StringComparison.OrdinalIgnoreCase))
            {
                if (isCompressed)
                {
                    return false;
                }

                isCompressed = true;
            }
            else if (coding.Length > 0 && !coding.Equals("identity", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
