namespace Gateway.GraphQL.AspNetCore;

/// <summary>Kinds of batches. Of HotChocolate's, this transport has one.</summary>
public enum AllowedBatching
{
    /// <summary>None: a POST carries one request.</summary>
    None = 0,

    /// <summary>A list of requests, which run one after the other.</summary>
    RequestBatching = 2,
}
