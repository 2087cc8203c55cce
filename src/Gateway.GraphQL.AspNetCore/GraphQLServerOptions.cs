namespace Gateway.GraphQL.AspNetCore;

/// <summary>What an endpoint that <c>MapGraphQL</c> maps answers to.</summary>
public sealed class GraphQLServerOptions
{
    /// <summary>Whether queries may come by GET; a POST always may. Default: true.</summary>
    public bool EnableGetRequests { get; set; } = true;

    /// <summary>Whether <c>?sdl</c> and <c>/schema.graphql</c> give the schema to anyone who asks. Default: true.</summary>
    public bool EnableSchemaRequests { get; set; } = true;

    /// <summary>The IDE that a browser gets.</summary>
    public GraphQLToolOptions Tool { get; } = new();
}
