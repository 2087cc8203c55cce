using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// An operation must define every variable that it uses, directly or in fragments (GraphQL September 2025, §5.8.3,
/// https://spec.graphql.org/September2025/#sec-All-Variable-Uses-Defined).
/// </summary>
internal sealed class AllVariableUsesDefined() : ValidationRule("All-Variable-Uses-Defined"), IRule<OperationFacts>
{
    public void Check(OperationFacts operation, ValidationContext context)
    {
        foreach (var usage in context.UsagesOf(operation, this))
        {
            var name = usage.Node.Name;
            if (operation.FindVariable(name) is null)
            {
                var advice = context.Suggest(name, operation.Node.VariableDefinitions.Select(variable => variable.Variable.Name));
                context.Report(
                    this,
                    $"The variable `${name}` is not defined by {operation.Title}.{advice}",
                    usage.Node.Location,
                    operation.Node.Location);
            }
        }
    }
}
