namespace Gateway.GraphQL.AspNetCore.Responses;

/// <summary>A media type of responses, with its status code for request errors (GraphQL over HTTP, §6.4).</summary>
internal sealed class ResponseMediaType
{
    private ResponseMediaType(string name, int requestErrorStatus)
    {
        Name = name;
        ContentType = name + "; charset=utf-8";
        RequestErrorStatus = requestErrorStatus;
    }

    /// <summary>The current type. Its status code tells a request error from an executed request.</summary>
    public static readonly ResponseMediaType GraphQLResponse = new("application/graphql-response+json", 400);

    /// <summary>
    /// The legacy type. The status is 200 for all well-formed requests, because errors of proxies may have the same type.
    /// </summary>
    public static readonly ResponseMediaType Json = new("application/json", 200);

    public string Name { get; }

    public string ContentType { get; }

    public int RequestErrorStatus { get; }
}
