namespace Gateway.GraphQL.AspNetCore;

/// <summary>What an endpoint that <c>MapGraphQL</c> maps answers to.</summary>
public sealed class GraphQLServerOptions
{
    /// <summary>Whether queries may come by GET; a POST always may. Default: true.</summary>
    public bool EnableGetRequests { get; set; } = true;

    /// <summary>Whether a POST may carry a list of requests, which are run one after the other. Default: false.</summary>
    public bool EnableBatching { get; set; }

    /// <summary>How many requests one such list may have, 1 to 1024; each may cost as much as one that comes alone. Default: 10.</summary>
    public int MaxBatchSize { get; set => field = Limit.Between(1, 1024, value); } = 10;

    /// <summary>Whether <c>?sdl</c> and <c>/schema.graphql</c> give the schema to anyone who asks. Default: true.</summary>
    public bool EnableSchemaRequests { get; set; } = true;

    /// <summary>The IDE that a browser gets.</summary>
    public GraphQLToolOptions Tool { get; } = new();
}
