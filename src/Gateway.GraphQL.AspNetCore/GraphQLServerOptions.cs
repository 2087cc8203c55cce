namespace Gateway.GraphQL.AspNetCore;

/// <summary>Options of an endpoint that <c>MapGraphQL</c> maps.</summary>
public sealed class GraphQLServerOptions
{
    /// <summary>Whether queries may be sent by GET as well as by POST. Default: true.</summary>
    public bool EnableGetRequests { get; set; } = true;

    /// <summary>What a POST may carry beside one request. Default: nothing.</summary>
    public AllowedBatching Batching { get; set; }

    /// <summary>The most requests in a batch: 1 to 1,024. Limits of cost apply to each request by itself. Default: 10.</summary>
    public int MaxBatchSize { get; set => field = Limit.Between(1, 1024, value); } = 10;

    /// <summary>Whether anyone can download the schema, at <c>?sdl</c> and <c>/schema.graphql</c>. Default: true.</summary>
    public bool EnableSchemaRequests { get; set; } = true;

    /// <summary>Options of the IDE.</summary>
    public GraphQLToolOptions Tool { get; } = new();
}
