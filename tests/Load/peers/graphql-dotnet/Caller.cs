namespace GraphQLDotNet;

/// <summary>Who asks. GraphQL.NET passes a dictionary to the resolvers.</summary>
internal sealed class Caller(string authorization) : Dictionary<string, object?>
{
    public string Authorization { get; } = authorization;
}
