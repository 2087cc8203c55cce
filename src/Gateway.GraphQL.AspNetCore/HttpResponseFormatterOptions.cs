namespace Gateway.GraphQL.AspNetCore;

/// <summary>Options of HTTP responses.</summary>
public struct HttpResponseFormatterOptions
{
    /// <summary>
    /// The media type for a client that accepts any. Default: <see cref="HttpTransportVersion.Latest"/>.
    /// </summary>
    public HttpTransportVersion HttpTransportVersion { get; set; }

    /// <summary>
    /// How long a client may take to read 64 KiB of a response, above 0, before the server aborts it. Default: 10 s, also for null.
    /// </summary>
    public TimeSpan? WriteTimeout { get; set; }
}

/// <summary>
/// The media type for clients without a preference, before and after the watershed of GraphQL over HTTP (1 January 2025,
/// https://graphql.github.io/graphql-over-http/draft/#sec-Legacy-Watershed).
/// </summary>
public enum HttpTransportVersion
{
    /// <summary>A client without a preference gets <c>application/graphql-response+json</c>.</summary>
    Latest,

    /// <summary>A client without a preference gets <c>application/json</c>.</summary>
    Legacy,
}
