using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>§5.2.1.1: the schema has a root type for the operation.</summary>
internal sealed class OperationTypeExistence() : ValidationRule("Operation-Type-Existence"), IRule<OperationDefinitionNode>
{
    public void Check(OperationDefinitionNode operation, ValidationContext context)
    {
        if (context.Schema.RootType(operation.Operation) is null)
        {
            context.Report(this, $"The schema has no {operation.Operation.ToString().ToLowerInvariant()} type.", operation.Location);
        }
    }
}
