using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// The schema must have a root type for the kind of the operation (GraphQL September 2025, §5.2.1.1,
/// https://spec.graphql.org/September2025/#sec-Operation-Type-Existence).
/// </summary>
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
