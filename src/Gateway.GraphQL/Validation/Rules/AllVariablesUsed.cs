using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// An operation must use every variable that it defines, directly or in fragments (GraphQL September 2025, §5.8.4,
/// https://spec.graphql.org/September2025/#sec-All-Variables-Used).
/// </summary>
internal sealed class AllVariablesUsed() : ValidationRule("All-Variables-Used"), IRule<OperationFacts>
{
    public void Check(OperationFacts operation, ValidationContext context)
    {
        var definitions = operation.Node.VariableDefinitions;
        if (definitions.IsEmpty)
        {
            return;
        }

        var used = context.UsagesOf(operation, this).Select(static usage => usage.Node.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            if (!used.Contains(definition.Variable.Name))
            {
                context.Report(
                    this, $"The variable `${definition.Variable.Name}` is never used by {operation.Title}.", definition.Location);
            }
        }
    }
}
