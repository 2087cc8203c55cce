namespace Gateway.GraphQL.AspNetCore.Responses;

/// <summary>A media type of responses (GraphQL over HTTP, Media Types).</summary>
internal sealed class ResponseMediaType
{
    private ResponseMediaType(string name)
    {
        Name = name;
        ContentType = name + "; charset=utf-8";
    }

    /// <summary>The type that says that the body is a GraphQL response, whatever its status.</summary>
    public static readonly ResponseMediaType GraphQLResponse = new("application/graphql-response+json");

    /// <summary>The type that clients knew first. A proxy's error may have it too.</summary>
    public static readonly ResponseMediaType Json = new("application/json");

    public string Name { get; }

    public string ContentType { get; }
}
