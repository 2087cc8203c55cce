namespace Gateway.GraphQL.AspNetCore;

/// <summary>A document in a tab of the IDE.</summary>
/// <param name="Name">The name of the tab.</param>
/// <param name="Query">The GraphQL document.</param>
/// <param name="Variables">The variables, as JSON; empty for none.</param>
public sealed record GraphQLToolDocument(string Name, string Query, string Variables = "");
