using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>§5.8.4: operations use every variable that they define, if only in fragments.</summary>
internal sealed class AllVariablesUsed() : ValidationRule("All-Variables-Used"), IRule<OperationFacts>
{
    public void Check(OperationFacts operation, ValidationContext context)
    {
        var definitions = operation.Node.VariableDefinitions;
        if (definitions.IsEmpty)
        {
            return;
        }

        var used = new HashSet<string>(definitions.Length, StringComparer.Ordinal);
        foreach (var usage in context.UsagesOf(operation, this))
        {
            used.Add(usage.Node.Name);
        }

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
