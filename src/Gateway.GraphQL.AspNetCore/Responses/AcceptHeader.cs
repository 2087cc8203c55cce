using Gateway.GraphQL.AspNetCore.Requests;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Gateway.GraphQL.AspNetCore.Responses;

/// <summary>Negotiates the media type of the response (RFC 9110, section 12.5.1).</summary>
internal static class AcceptHeader
{
    /// <param name="accept">The values of <c>Accept</c>.</param>
    /// <param name="preferred">The media type for a client that prefers neither.</param>
    /// <param name="negotiated">The media type of the response, also for a fault.</param>
    public static RequestFault? Negotiate(StringValues accept, ResponseMediaType preferred, out ResponseMediaType negotiated)
    {
        negotiated = preferred;
        if (StringValues.IsNullOrEmpty(accept) || (accept.Count == 1 && accept[0] is "*/*" or "application/*"))
        {
            return null;
        }

        if (!MediaTypeHeaderValue.TryParseStrictList(accept!, out var ranges))
        {
            return RequestFault.InvalidAccept;
        }

        var graphql = Match(ranges, ResponseMediaType.GraphQLResponse.Name);
        var json = Match(ranges, ResponseMediaType.Json.Name);
        if (graphql.Quality <= 0 && json.Quality <= 0)
        {
            return RequestFault.NotAcceptable;
        }

        negotiated = graphql.Quality > json.Quality ? ResponseMediaType.GraphQLResponse
            : json.Quality > graphql.Quality ? ResponseMediaType.Json
            : graphql.IsNamed ? ResponseMediaType.GraphQLResponse
            : json.IsNamed ? ResponseMediaType.Json
            : preferred;
        return null;
    }

    /// <summary>Whether the client is a browser that opens a page.</summary>
    // The lenient TryParseList tries again at each character after a fault, so its time is quadratic.
    public static bool AsksForPage(StringValues accept) =>
        MediaTypeHeaderValue.TryParseStrictList(accept!, out var ranges) && Match(ranges, "text/html") is { Quality: > 0, IsNamed: true };

    /// <summary>The weight of the most specific range that matches the type, zero for none; and whether it names the type.</summary>
    private static (double Quality, bool IsNamed) Match(IList<MediaTypeHeaderValue> ranges, string mediaType)
    {
        var quality = 0.0;
        var specificity = 0;
        foreach (var range in ranges)
        {
            var covers = Specificity(range, mediaType);
            if (covers > specificity)
            {
                (specificity, quality) = (covers, range.Quality ?? 1);
            }
            else if (covers == specificity && covers > 0)
            {
                quality = Math.Max(quality, range.Quality ?? 1);
            }
        }

        return (quality, specificity == Named);
    }

    private const int Named = 3;

    private static int Specificity(MediaTypeHeaderValue range, string mediaType)
    {
        if (range.MatchesAllTypes)
        {
            return 1;
        }

        if (range.MatchesAllSubTypes)
        {
            return mediaType.AsSpan(0, mediaType.IndexOf('/')).Equals(range.Type, StringComparison.OrdinalIgnoreCase) ? 2 : 0;
        }

        // Responses are always in UTF-8.
        return range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)
            && (!range.Charset.HasValue || HeaderUtilities.RemoveQuotes(range.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            ? Named
            : 0;
    }
}
