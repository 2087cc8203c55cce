namespace Gateway.Hosting;

internal sealed partial class GraphQLOptions
{
    private static readonly bool HasSuggestions = false;
}

/// <summary>
/// The versions of GraphQL over HTTP (https://github.com/graphql/graphql-over-http). HotChocolate's enum lacks the last one.
/// </summary>
internal enum HttpTransportVersion
{
    /// <summary>September 2026.</summary>
    Draft20260903,

    /// <summary>May 2025.</summary>
    Draft20250508,

    /// <summary>As in 2025, but a client without a preference gets <c>application/json</c>.</summary>
    Legacy,
}
