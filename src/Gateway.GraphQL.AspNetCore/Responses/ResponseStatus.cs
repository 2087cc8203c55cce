using Gateway.GraphQL.AspNetCore.Requests;

namespace Gateway.GraphQL.AspNetCore.Responses;

/// <summary>
/// The status code and the media type of every response, by the version of GraphQL over HTTP, the outcome, and the media type that the
/// client accepts (https://github.com/graphql/graphql-over-http/blob/main/spec/GraphQLOverHTTP.md, Status Codes).
/// </summary>
/// <param name="Code">The status code.</param>
/// <param name="MediaType">The media type of the body.</param>
internal readonly record struct ResponseStatus(int Code, ResponseMediaType MediaType)
{
    public static ResponseStatus Of(HttpTransportVersion version, RequestOutcome outcome, ResponseMediaType accepted)
    {
        var (latest, graphql, json) = CodesOf(outcome);
        return outcome == RequestOutcome.Batch
            // The other media type is that of one response.
            ? new(latest, ResponseMediaType.Json)
            : version != HttpTransportVersion.Draft20260903
                ? new(accepted == ResponseMediaType.Json ? json : graphql, accepted)
                // JSON with another status could be a proxy's, so clients would not take it for a response.
                : new(latest, latest is >= 200 and <= 299 ? accepted : ResponseMediaType.GraphQLResponse);
    }

    /// <summary>The media type for a client that prefers neither.</summary>
    public static ResponseMediaType Preferred(HttpTransportVersion version) =>
        version == HttpTransportVersion.Legacy ? ResponseMediaType.Json : ResponseMediaType.GraphQLResponse;

    /// <summary>
    /// The code under the version of 2026, and under the earlier ones: with the newer media type, and with JSON, whose well-formed requests
    /// have 200 there.
    /// </summary>
    private static (int Latest, int GraphQL, int Json) CodesOf(RequestOutcome outcome) => outcome switch
    {
        RequestOutcome.Data => (200, 200, 200),
        RequestOutcome.PartialData => (294, 200, 200),
        RequestOutcome.Batch => (200, 200, 200),
        RequestOutcome.Unreadable => (400, 400, 400),
        RequestOutcome.NotWellFormed => (422, 400, 400),
        RequestOutcome.SyntaxError => (400, 400, 200),
        RequestOutcome.RequestError => (422, 400, 200),
        RequestOutcome.MethodNotAllowed => (405, 405, 405),
        RequestOutcome.NotAcceptable => (406, 406, 406),
        RequestOutcome.RequestTimeout => (408, 408, 408),
        RequestOutcome.TooLarge => (413, 413, 413),
        RequestOutcome.UnsupportedMediaType => (415, 415, 415),
        RequestOutcome.Overloaded => (503, 503, 503),
        RequestOutcome.TimedOut => (504, 504, 200),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
