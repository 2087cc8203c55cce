namespace Gateway.GraphQL.AspNetCore.Responses;

/// <summary>A media type that answers come in, and the status code that it gives to a request error (GraphQL over HTTP §6.4).</summary>
internal sealed class ResponseMediaType
{
    private ResponseMediaType(string name, int requestErrorStatus)
    {
        Name = name;
        ContentType = name + "; charset=utf-8";
        RequestErrorStatus = requestErrorStatus;
    }

    /// <summary>The current type: its status codes tell whether anything ran.</summary>
    public static readonly ResponseMediaType GraphQLResponse = new("application/graphql-response+json", 400);

    /// <summary>The legacy type: 200 for every well-formed request, since a proxy's JSON error looks the same.</summary>
    public static readonly ResponseMediaType Json = new("application/json", 200);

    public string Name { get; }

    public string ContentType { get; }

    public int RequestErrorStatus { get; }
}
