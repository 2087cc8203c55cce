using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Definitions;

/// <summary>What the attributes of a resolver's method add to its field.</summary>
/// <param name="Description">The description; null for that of the method.</param>
/// <param name="Arguments">Further arguments. They stand where the method has its <c>IResolverContext</c>.</param>
public sealed record DescribedField(string? Description, IReadOnlyList<InputField> Arguments);
