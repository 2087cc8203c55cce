using System.Collections.Immutable;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Validation.Facts;

/// <summary>The directives of one place.</summary>
internal readonly record struct AppliedDirectives(ImmutableArray<DirectiveNode> Nodes, DirectiveLocation Location);

/// <summary>The arguments that a field or a directive is given.</summary>
/// <param name="Owner">The field or directive.</param>
/// <param name="Parent">The type that the field is selected on; null for directives.</param>
/// <param name="Nodes">The arguments.</param>
/// <param name="Definitions">The arguments that it takes; null where there is no such field or directive.</param>
internal readonly record struct AppliedArguments(
    SyntaxNode Owner, NamedType? Parent, ImmutableArray<ArgumentNode> Nodes, IReadOnlyList<InputField>? Definitions)
{
    /// <summary>How messages name the owner.</summary>
    public string Title => Owner switch
    {
        DirectiveNode directive => $"The directive `@{directive.Name}`",
        FieldNode node => Parent is null ? $"The field `{node.Name}`" : $"The field `{Parent}.{node.Name}`",
        _ => "",
    };
}

/// <summary>A literal, or a part of one, that is not a variable.</summary>
/// <param name="Node">The literal.</param>
/// <param name="Type">The type that is expected there; null where that is not known.</param>
internal readonly record struct InputLiteral(ValueNode Node, GraphQLType? Type);

/// <summary>A variable that an operation defines; the type is null where the schema has no such type.</summary>
internal sealed record VariableFacts(VariableDefinitionNode Node, GraphQLType? Type);

/// <summary>A use of a variable.</summary>
/// <param name="Node">The use.</param>
/// <param name="Type">The type that is expected there; null where that is not known.</param>
/// <param name="HasDefault">Whether the argument or input field has a default of its own.</param>
/// <param name="OneOf">The @oneOf input object whose field the variable is given to; null elsewhere.</param>
internal readonly record struct VariableUsage(VariableNode Node, GraphQLType? Type, bool HasDefault, InputObjectType? OneOf);
