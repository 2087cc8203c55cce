using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation;

internal sealed partial class DocumentWalker
{
    private void Walk(AppliedDirectives directives)
    {
        if (directives.Nodes.IsEmpty)
        {
            return;
        }

        RuleSet<AppliedDirectives>.Check(directives, context);
        foreach (var node in directives.Nodes)
        {
            Schema.TryGetDirective(node.Name, out var definition);
            Walk(new AppliedArguments(node, Parent: null, node.Arguments, definition?.Arguments));
        }
    }

    private void Walk(AppliedArguments arguments)
    {
        RuleSet<AppliedArguments>.Check(arguments, context);
        foreach (var node in arguments.Nodes)
        {
            if (context.IsFinished)
            {
                return;
            }

            var definition = arguments.Definitions?.Find(node.Name);
            Walk(node.Value, definition?.Type, definition);
        }
    }

    /// <param name="value">A value inside an argument or default value, at any depth.</param>
    /// <param name="type">The expected type; null if it is unknown.</param>
    /// <param name="definition">The argument or input field that has the value; null for list items.</param>
    /// <param name="oneOf">The <c>@oneOf</c> input object type whose field has the value; null for other values.</param>
    private void Walk(ValueNode value, GraphQLType? type, InputField? definition = null, InputObjectType? oneOf = null)
    {
        if (value is VariableNode variable)
        {
            _definition.Usages.Add(new VariableUsage(variable, type, definition?.DefaultValue is not null, oneOf));
            return;
        }

        RuleSet<InputLiteral>.Check(new InputLiteral(value, type), context);
        if (value is ListValueNode list)
        {
            var itemType = (type?.Nullable as ListType)?.OfType;
            foreach (var item in list.Items)
            {
                if (context.IsFinished)
                {
                    return;
                }

                Walk(item, itemType);
            }
        }
        else if (value is ObjectValueNode node)
        {
            // A value in place of a list is a list of one item (GraphQL September 2025, §3.11,
            // https://spec.graphql.org/September2025/#sec-List), so list types around the type don't matter.
            Walk(node, type?.Named as InputObjectType);
        }
    }

    private void Walk(ObjectValueNode node, InputObjectType? type)
    {
        foreach (var field in node.Fields)
        {
            if (context.IsFinished)
            {
                return;
            }

            InputField? definition = null;
            type?.TryGetField(field.Name, out definition);
            Walk(field.Value, definition?.Type, definition, type is { IsOneOf: true } ? type : null);
        }
    }
}
