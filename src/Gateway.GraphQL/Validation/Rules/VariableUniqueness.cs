using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>§5.8.1: no operation defines a variable twice.</summary>
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
