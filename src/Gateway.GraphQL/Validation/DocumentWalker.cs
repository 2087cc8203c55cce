using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation;

/// <summary>
/// Visits each node of a document once, with its expected type, calls the rules, and collects facts for later rules. It does not follow
/// fragment spreads. The parser bounds the depth.
/// </summary>
internal sealed partial class DocumentWalker(ValidationContext context)
{
    // The operation or fragment that is being visited.
    private DefinitionFacts _definition = null!;

    private Schema Schema => context.Schema;

    public void Walk()
    {
        foreach (var operation in context.Document.Operations)
        {
            Walk(operation);
        }

        foreach (var fragment in context.Document.Fragments)
        {
            Walk(fragment);
        }
    }

    private void Walk(OperationFacts operation)
    {
        _definition = operation;
        var node = operation.Node;
        RuleSet<OperationDefinitionNode>.Check(node, context);
        foreach (var variable in node.VariableDefinitions)
        {
            Walk(operation, variable);
        }

        Walk(new AppliedDirectives(node.Directives, node.Operation switch
        {
            OperationType.Query => DirectiveLocation.Query,
            OperationType.Mutation => DirectiveLocation.Mutation,
            _ => DirectiveLocation.Subscription,
        }));
        Walk(node.SelectionSet, Schema.RootType(node.Operation), operation.Selections);
    }

    private void Walk(OperationFacts operation, VariableDefinitionNode node)
    {
        var variable = new VariableFacts(node, Schema.Resolve(node.Type));
        operation.Add(variable);
        RuleSet<VariableFacts>.Check(variable, context);
        if (node.DefaultValue is { } literal)
        {
            Walk(literal, variable.Type is { IsInput: true } type ? type : null);
        }

        Walk(new AppliedDirectives(node.Directives, DirectiveLocation.VariableDefinition));
    }

    private void Walk(FragmentFacts fragment)
    {
        _definition = fragment;
        var node = fragment.Node;
        var type = Resolve(node.TypeCondition, node.Name);
        Walk(new AppliedDirectives(node.Directives, DirectiveLocation.FragmentDefinition));
        Walk(node.SelectionSet, type, fragment.Selections);
    }

    private void Walk(SelectionSetNode set, NamedType? parent, SelectionFacts facts)
    {
        foreach (var selection in set.Selections)
        {
            if (context.IsFinished)
            {
                return;
            }

            switch (selection)
            {
                case FieldNode field:
                    Walk(field, parent, facts);
                    break;
                case FragmentSpreadNode spread:
                    Walk(spread, parent, facts);
                    break;
                case InlineFragmentNode fragment:
                    Walk(fragment, parent, facts);
                    break;
            }
        }
    }

    private void Walk(FieldNode node, NamedType? parent, SelectionFacts facts)
    {
        OutputField? definition = null;
        if (parent is not null)
        {
            Schema.TryGetField(parent, node.Name, out definition);
        }

        var field = new FieldFacts(node, parent, definition);
        facts.Fields.Add(field);
        RuleSet<FieldFacts>.Check(field, context);
        Walk(new AppliedArguments(node, parent, node.Arguments, definition?.Arguments));
        Walk(new AppliedDirectives(node.Directives, DirectiveLocation.Field));
        if (node.SelectionSet is { } below)
        {
            Walk(below, Composite(definition?.Type.Named), field.Selections!);
        }
    }

    private void Walk(FragmentSpreadNode node, NamedType? parent, SelectionFacts facts)
    {
        facts.Spreads.Add(node);
        _definition.Spreads.Add(node);
        RuleSet<FragmentSpreadNode>.Check(node, context);
        Walk(new AppliedDirectives(node.Directives, DirectiveLocation.FragmentSpread));
        if (context.Document.Find(node.Name) is { } fragment)
        {
            Schema.TryGetType(fragment.Node.TypeCondition.Name, out var condition);
            Apply(node.Location, node.Name, parent, Composite(condition));
        }
    }

    private void Walk(InlineFragmentNode node, NamedType? parent, SelectionFacts facts)
    {
        var type = parent;
        if (node.TypeCondition is { } condition)
        {
            type = Resolve(condition, fragment: null);
            Apply(node.Location, fragment: null, parent, type);
        }

        Walk(new AppliedDirectives(node.Directives, DirectiveLocation.InlineFragment));
        Walk(node.SelectionSet, type, facts);
    }

    private void Apply(Location location, string? fragment, NamedType? parent, NamedType? condition)
    {
        if (parent is not null && condition is not null)
        {
            RuleSet<AppliedFragment>.Check(new AppliedFragment(location, fragment, parent, condition), context);
        }
    }

    private NamedType? Resolve(NamedTypeNode node, string? fragment)
    {
        Schema.TryGetType(node.Name, out var type);
        RuleSet<TypeCondition>.Check(new TypeCondition(node, fragment, type), context);
        return Composite(type);
    }

    private static NamedType? Composite(NamedType? type) => type is { IsComposite: true } ? type : null;
}
