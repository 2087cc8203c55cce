using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// The name of an operation must be unique in the document (GraphQL September 2025, §5.2.2.1,
/// https://spec.graphql.org/September2025/#sec-Operation-Name-Uniqueness).
/// </summary>
internal sealed class OperationNameUniqueness() : ValidationRule("Operation-Name-Uniqueness"), IRule<DocumentNode>
{
    public void Check(DocumentNode document, ValidationContext context)
    {
        var byName = new Dictionary<string, OperationDefinitionNode>(StringComparer.Ordinal);
        foreach (var definition in document.Definitions)
        {
            if (definition is OperationDefinitionNode { Name: { } name } operation && !byName.TryAdd(name, operation))
            {
                context.Report(this, $"There is more than one operation named `{name}`.", byName[name].Location, operation.Location);
            }
        }
    }
}
