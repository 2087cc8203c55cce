using System.Collections.Immutable;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Validation.Facts;

/// <summary>The directives at one location.</summary>
internal readonly record struct AppliedDirectives(ImmutableArray<DirectiveNode> Nodes, DirectiveLocation Location);

/// <summary>The arguments of a field or directive in the document.</summary>
/// <param name="Owner">The field or directive.</param>
/// <param name="Parent">The type that has the field; null for directives.</param>
/// <param name="Nodes">The arguments.</param>
/// <param name="Definitions">The arguments in the schema; null if the field or directive is unknown.</param>
internal readonly record struct AppliedArguments(
    SyntaxNode Owner, NamedType? Parent, ImmutableArray<ArgumentNode> Nodes, IReadOnlyList<InputField>? Definitions)
{
    /// <summary>The owner's name in error messages.</summary>
    public string Title => Owner switch
    {
        DirectiveNode directive => $"The directive `@{directive.Name}`",
        FieldNode node => Parent is null ? $"The field `{node.Name}`" : $"The field `{Parent}.{node.Name}`",
        _ => "",
    };
}

/// <summary>A literal or a part of one, except a variable.</summary>
/// <param name="Node">The literal.</param>
/// <param name="Type">The expected type; null if it is unknown.</param>
internal readonly record struct InputLiteral(ValueNode Node, GraphQLType? Type);

/// <summary>A variable of an operation. The type is null if it is unknown.</summary>
internal sealed record VariableFacts(VariableDefinitionNode Node, GraphQLType? Type);

/// <summary>A use of a variable.</summary>
/// <param name="Node">The use.</param>
/// <param name="Type">The expected type; null if it is unknown.</param>
/// <param name="HasDefault">Whether the argument or input field has a default value.</param>
/// <param name="OneOf">The <c>@oneOf</c> input object type whose field has the variable as its value; null elsewhere.</param>
internal readonly record struct VariableUsage(VariableNode Node, GraphQLType? Type, bool HasDefault, InputObjectType? OneOf);
