using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// The name of a variable must be unique in its operation (GraphQL September 2025, §5.8.1,
/// https://spec.graphql.org/September2025/#sec-Variable-Uniqueness).
/// </summary>
internal sealed class VariableUniqueness() : ValidationRule("Variable-Uniqueness"), IRule<OperationDefinitionNode>
{
    public void Check(OperationDefinitionNode operation, ValidationContext context)
    {
        foreach (var node in Repetitions.Find(operation.VariableDefinitions, static node => node.Variable.Name))
        {
            context.Report(this, $"The variable `${node.Variable.Name}` is defined more than once.", node.Location);
        }
    }
}
