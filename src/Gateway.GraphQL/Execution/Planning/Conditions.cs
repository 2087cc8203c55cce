using System.Collections.Immutable;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Execution.Planning;

/// <summary>
/// Evaluates <c>@skip</c> and <c>@include</c> (GraphQL September 2025, §3.13.1, https://spec.graphql.org/September2025/#sec--skip,
/// §3.13.2).
/// </summary>
internal static class Conditions
{
    /// <param name="directives">The directives of a selection.</param>
    /// <param name="variables">The values of the variables in conditions.</param>
    /// <param name="fault">The error if a variable is null. Only a nullable variable with a default value can be null here
    /// (§5.8.5).</param>
    public static bool IsIncluded(ImmutableArray<DirectiveNode> directives, IReadOnlyDictionary<string, bool?> variables, out IError? fault)
    {
        fault = null;
        if (directives.IsEmpty)
        {
            return true;
        }

        // "skip" decides first, wherever it stands (§6.3.2).
        return Is("skip", directives, variables, out fault) is null or false
            && fault is null
            && Is("include", directives, variables, out fault) is null or true
            && fault is null;
    }

    /// <summary>The value of the directive's condition; null without the directive, and with an error.</summary>
    private static bool? Is(
        string name, ImmutableArray<DirectiveNode> directives, IReadOnlyDictionary<string, bool?> variables, out IError? fault)
    {
        fault = null;
        switch (directives.FirstOrDefault(directive => directive.Name == name)?.Arguments.Find("if"))
        {
            case null:
                return null;
            case BooleanValueNode literal:
                return literal.Value;
            case VariableNode variable when variables[variable.Name] is { } value:
                return value;
            case VariableNode variable:
                fault = new Error($"`@{name}` needs true or false: variable `${variable.Name}` is null.")
                {
                    Code = ErrorCodes.NonNull,
                    Locations = [variable.Location],
                };
                return null;
            default:
                throw new InvalidOperationException("Validation lets no other value pass.");
        }
    }

    /// <summary>The variables in <c>@skip</c> and <c>@include</c> of a document, each once, in the order of their use.</summary>
    public static ImmutableArray<string> VariablesOf(DocumentNode document)
    {
        var names = new List<string>();
        foreach (var definition in document.Definitions)
        {
            if (definition is OperationDefinitionNode operation)
            {
                Add(operation.SelectionSet, names);
            }
            else if (definition is FragmentDefinitionNode fragment)
            {
                Add(fragment.SelectionSet, names);
            }
        }

        return [.. names];
    }

    private static void Add(SelectionSetNode set, List<string> names)
    {
        foreach (var selection in set.Selections)
        {
            foreach (var directive in selection.Directives)
            {
                if (directive.Name is "skip" or "include"
                    && directive.Arguments.Find("if") is VariableNode variable
                    && !names.Contains(variable.Name))
                {
                    names.Add(variable.Name);
                }
            }

            if (selection switch { FieldNode f => f.SelectionSet, InlineFragmentNode i => i.SelectionSet, _ => null } is { } below)
            {
                Add(below, names);
            }
        }
    }
}
