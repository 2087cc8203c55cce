namespace Gateway.GraphQL.Language;

/// <summary>A reference to a type (GraphQL September 2025, §2.12, https://spec.graphql.org/September2025/#sec-Type-References).</summary>
public abstract record TypeNode(Location Location) : SyntaxNode(Location);

/// <summary>A type by its name.</summary>
public sealed record NamedTypeNode(string Name, Location Location) : TypeNode(Location);

/// <summary>A list type.</summary>
public sealed record ListTypeNode(TypeNode Type, Location Location) : TypeNode(Location);

/// <summary>A non-null type. The wrapped type is never non-null.</summary>
public sealed record NonNullTypeNode(TypeNode Type, Location Location) : TypeNode(Location);
