using System.Collections.Immutable;

namespace Gateway.GraphQL.Language;

/// <summary>
/// A document with executable definitions (GraphQL September 2025, §2.3, https://spec.graphql.org/September2025/#sec-Document), type system
/// definitions (§3), or both.
/// </summary>
public sealed record DocumentNode(ImmutableArray<DefinitionNode> Definitions, Location Location) : SyntaxNode(Location);

/// <summary>A top-level definition.</summary>
public abstract record DefinitionNode(Location Location) : SyntaxNode(Location);

/// <summary>The kind of an operation (§2.4).</summary>
public enum OperationType
{
    /// <summary>A read-only fetch.</summary>
    Query,

    /// <summary>A write, followed by a fetch.</summary>
    Mutation,

    /// <summary>A stream of responses to a stream of source events.</summary>
    Subscription,
}

/// <summary>An operation (§2.4). The name is null for an anonymous operation.</summary>
public sealed record OperationDefinitionNode(
    string? Description,
    OperationType Operation,
    string? Name,
    ImmutableArray<VariableDefinitionNode> VariableDefinitions,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    Location Location) : DefinitionNode(Location);

/// <summary>A fragment (§2.9).</summary>
public sealed record FragmentDefinitionNode(
    string? Description,
    string Name,
    NamedTypeNode TypeCondition,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    Location Location) : DefinitionNode(Location);

/// <summary>A variable of an operation (§2.11).</summary>
public sealed record VariableDefinitionNode(
    string? Description,
    VariableNode Variable,
    TypeNode Type,
    ValueNode? DefaultValue,
    ImmutableArray<DirectiveNode> Directives,
    Location Location) : SyntaxNode(Location);
