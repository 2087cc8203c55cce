using Gateway.GraphQL.AspNetCore.Requests;
using Microsoft.Extensions.Primitives;

namespace Gateway.GraphQL.AspNetCore.Responses;

/// <summary>
/// Negotiates the media type of the response (RFC 9110, section 12.5.1). An element that can't be read is disregarded, because the defaults
/// of common clients have such.
/// </summary>
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

        var graphql = new Weight(ResponseMediaType.GraphQLResponse.Name);
        var json = new Weight(ResponseMediaType.Json.Name);
        if (!TryWeigh(accept, ref graphql, ref json))
        {
            return null;
        }

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
    public static bool AsksForPage(StringValues accept)
    {
        var html = new Weight("text/html");
        var xhtml = new Weight("application/xhtml+xml");
        TryWeigh(accept, ref html, ref xhtml);
        return html is { Quality: > 0, IsNamed: true };
    }

    /// <summary>Weighs two media types. False if the header has no element.</summary>
    private static bool TryWeigh(StringValues accept, ref Weight one, ref Weight other)
    {
        var hasElement = false;
        foreach (var line in accept)
        {
            for (var list = line.AsSpan(); !list.IsEmpty;)
            {
                var element = MediaRange.Next(ref list);
                hasElement |= !element.IsEmpty;
                if (MediaRange.TryParse(element, out var range))
                {
                    one.Add(range);
                    other.Add(range);
                }
            }
        }

        return hasElement;
    }

    /// <summary>The weight of the most specific range that matches a media type.</summary>
    private struct Weight(string mediaType)
    {
        private const int Named = 3;

        private int _specificity;

        /// <summary>Zero if no range matches.</summary>
        public double Quality { get; private set; }

        /// <summary>Whether a range names the type.</summary>
        public readonly bool IsNamed => _specificity == Named;

        public void Add(in MediaRange range)
        {
            var specificity = SpecificityOf(range);
            if (specificity > _specificity)
            {
                (_specificity, Quality) = (specificity, range.Quality);
            }
            else if (specificity == _specificity && specificity > 0)
            {
                Quality = Math.Max(Quality, range.Quality);
            }
        }

        private readonly int SpecificityOf(in MediaRange range)
        {
            if (range.Type.Equals(mediaType, StringComparison.OrdinalIgnoreCase))
            {
                // Responses are always in UTF-8.
                return range.Charset.IsEmpty || Charsets.IsUtf8(range.Charset) ? Named : 0;
            }

            var wildcard = range.Type.EndsWith("/*") ? range.Type[..^1] : default;
            return wildcard is "*/" ? 1
                : !wildcard.IsEmpty && mediaType.AsSpan().StartsWith(wildcard, StringComparison.OrdinalIgnoreCase) ? 2
                : 0;
        }
    }
}
