namespace Gateway.GraphQL.AspNetCore;

/// <summary>Options of HTTP responses.</summary>
public struct HttpResponseFormatterOptions
{
    /// <summary>
    /// The version of GraphQL over HTTP that decides on status codes and media types. Default:
    /// <see cref="HttpTransportVersion.Draft20260903"/>.
    /// </summary>
    public HttpTransportVersion HttpTransportVersion { get; set; }

    /// <summary>
    /// How long a client may take to read 64 KiB of a response, above 0, before the server aborts it. Default: 10 s, also for null.
    /// </summary>
    public TimeSpan? WriteTimeout { get; set; }
}

/// <summary>The versions of GraphQL over HTTP (https://github.com/graphql/graphql-over-http), by HotChocolate's names.</summary>
public enum HttpTransportVersion
{
    /// <summary>
    /// September 2026. The status tells the outcome, whatever media type the client accepts, and <c>application/json</c> is only for 2xx.
    /// </summary>
    Draft20260903,

    /// <summary>
    /// May 2025. With <c>application/graphql-response+json</c> a request error is a 400; with <c>application/json</c> the status of any
    /// well-formed request is 200. A client without a preference gets the former.
    /// </summary>
    Draft20250508,

    /// <summary>As in 2025, but a client without a preference gets <c>application/json</c>, as before 2025.</summary>
    Legacy,
}
