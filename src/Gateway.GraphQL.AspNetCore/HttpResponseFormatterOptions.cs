namespace Gateway.GraphQL.AspNetCore;

/// <summary>How answers are written.</summary>
public struct HttpResponseFormatterOptions
{
    /// <summary>What a client gets that accepts anything. Default: <see cref="HttpTransportVersion.Latest"/>.</summary>
    public HttpTransportVersion HttpTransportVersion { get; set; }
}

/// <summary>Which side of GraphQL over HTTP's watershed (1 January 2025) the server is on.</summary>
public enum HttpTransportVersion
{
    /// <summary>A client without a preference gets <c>application/graphql-response+json</c>.</summary>
    Latest,

    /// <summary>A client without a preference gets <c>application/json</c>.</summary>
    Legacy,
}
