namespace Gateway.Hosting;

/// <content>What only the gateway's own engine is told.</content>
internal sealed partial class GraphQLOptions
{
    /// <summary>
    /// The version of GraphQL over HTTP that decides on status codes and media types: <c>Draft20260903</c>, <c>Draft20250508</c> or
    /// <c>Legacy</c>. Default: <c>Draft20260903</c>.
    /// </summary>
    public HttpTransportVersion HttpTransport { get; set; }
}
