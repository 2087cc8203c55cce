using System.Collections.Immutable;

namespace Gateway.GraphQL.Language;

/// <summary>
/// A definition (GraphQL September 2025, §3, https://spec.graphql.org/September2025/#sec-Type-System) or, if <see cref="IsExtension"/> is
/// set, an extension (§3.1) of a part of the type system.
/// </summary>
public abstract record TypeSystemDefinitionNode(
    bool IsExtension,
    string? Description,
    ImmutableArray<DirectiveNode> Directives,
    Location Location) : DefinitionNode(Location);

/// <summary>The schema (§3.3).</summary>
public sealed record SchemaDefinitionNode(
    bool IsExtension,
    string? Description,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<OperationTypeDefinitionNode> OperationTypes,
    Location Location) : TypeSystemDefinitionNode(IsExtension, Description, Directives, Location);

/// <summary>The root type of a kind of operation (§3.3.1).</summary>
public sealed record OperationTypeDefinitionNode(OperationType Operation, NamedTypeNode Type, Location Location) : SyntaxNode(Location);

/// <summary>A named type.</summary>
public abstract record TypeDefinitionNode(
    bool IsExtension,
    string? Description,
    string Name,
    ImmutableArray<DirectiveNode> Directives,
    Location Location) : TypeSystemDefinitionNode(IsExtension, Description, Directives, Location);

/// <summary>A scalar (§3.5).</summary>
public sealed record ScalarTypeDefinitionNode(
    bool IsExtension, string? Description, string Name, ImmutableArray<DirectiveNode> Directives, Location Location)
    : TypeDefinitionNode(IsExtension, Description, Name, Directives, Location);

/// <summary>An object (§3.6).</summary>
public sealed record ObjectTypeDefinitionNode(
    bool IsExtension,
    string? Description,
    string Name,
    ImmutableArray<NamedTypeNode> Interfaces,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<FieldDefinitionNode> Fields,
    Location Location) : TypeDefinitionNode(IsExtension, Description, Name, Directives, Location);

/// <summary>An interface (§3.7).</summary>
public sealed record InterfaceTypeDefinitionNode(
    bool IsExtension,
    string? Description,
    string Name,
    ImmutableArray<NamedTypeNode> Interfaces,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<FieldDefinitionNode> Fields,
    Location Location) : TypeDefinitionNode(IsExtension, Description, Name, Directives, Location);

/// <summary>A union (§3.8).</summary>
public sealed record UnionTypeDefinitionNode(
    bool IsExtension,
    string? Description,
    string Name,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<NamedTypeNode> Types,
    Location Location) : TypeDefinitionNode(IsExtension, Description, Name, Directives, Location);

/// <summary>An enum (§3.9).</summary>
public sealed record EnumTypeDefinitionNode(
    bool IsExtension,
    string? Description,
    string Name,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<EnumValueDefinitionNode> Values,
    Location Location) : TypeDefinitionNode(IsExtension, Description, Name, Directives, Location);

/// <summary>An input object (§3.10).</summary>
public sealed record InputObjectTypeDefinitionNode(
    bool IsExtension,
    string? Description,
    string Name,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<InputValueDefinitionNode> Fields,
    Location Location) : TypeDefinitionNode(IsExtension, Description, Name, Directives, Location);

/// <summary>A directive (§3.13).</summary>
public sealed record DirectiveDefinitionNode(
    string? Description,
    string Name,
    ImmutableArray<InputValueDefinitionNode> Arguments,
    bool IsRepeatable,
    ImmutableArray<string> Locations,
    Location Location) : TypeSystemDefinitionNode(IsExtension: false, Description, [], Location);

/// <summary>A field of an object or interface (§3.6).</summary>
public sealed record FieldDefinitionNode(
    string? Description,
    string Name,
    ImmutableArray<InputValueDefinitionNode> Arguments,
    TypeNode Type,
    ImmutableArray<DirectiveNode> Directives,
    Location Location) : SyntaxNode(Location);

/// <summary>An argument (§3.6.1) or a field of an input object (§3.10).</summary>
public sealed record InputValueDefinitionNode(
    string? Description,
    string Name,
    TypeNode Type,
    ValueNode? DefaultValue,
    ImmutableArray<DirectiveNode> Directives,
    Location Location) : SyntaxNode(Location);

/// <summary>A value of an enum (§3.9).</summary>
public sealed record EnumValueDefinitionNode(
    string? Description, string Name, ImmutableArray<DirectiveNode> Directives, Location Location) : SyntaxNode(Location);
