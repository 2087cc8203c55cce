using System.Collections.Immutable;

namespace Gateway.GraphQL.Language;

/// <summary>A whole document, executable or of a type system (§2.2, §3.1).</summary>
public sealed record DocumentNode(ImmutableArray<DefinitionNode> Definitions, Location Location) : SyntaxNode(Location);

/// <summary>A top-level definition.</summary>
public abstract record DefinitionNode(Location Location) : SyntaxNode(Location);

/// <summary>What an operation does (§2.3).</summary>
public enum OperationType
{
    /// <summary>A read-only fetch.</summary>
    Query,

    /// <summary>A write, followed by a fetch.</summary>
    Mutation,

    /// <summary>A response stream to source events.</summary>
    Subscription,
}

/// <summary>An operation (§2.3); the name is null in the shorthand form and in anonymous operations.</summary>
public sealed record OperationDefinitionNode(
    string? Description,
    OperationType Operation,
    string? Name,
    ImmutableArray<VariableDefinitionNode> VariableDefinitions,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    Location Location) : DefinitionNode(Location);

/// <summary>A fragment (§2.8).</summary>
public sealed record FragmentDefinitionNode(
    string? Description,
    string Name,
    NamedTypeNode TypeCondition,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    Location Location) : DefinitionNode(Location);

/// <summary>A variable of an operation (§2.10).</summary>
public sealed record VariableDefinitionNode(
    string? Description,
    VariableNode Variable,
    TypeNode Type,
    ValueNode? DefaultValue,
    ImmutableArray<DirectiveNode> Directives,
    Location Location) : SyntaxNode(Location);
