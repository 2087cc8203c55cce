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

    /// <param name="value">A value, at any depth of an argument or default.</param>
    /// <param name="type">The type that is expected there; null where that is not known.</param>
    /// <param name="definition">The argument or input field that it is given to; null for items of lists.</param>
    /// <param name="oneOf">The @oneOf input object that it is given to a field of.</param>
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
            // A value that is no list stands for a list of it (§3.11), so that wrappers do not matter.
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
