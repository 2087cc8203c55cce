using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// An operation without a name must be the only operation of the document (GraphQL September 2025, §5.2.3.1,
/// https://spec.graphql.org/September2025/#sec-Lone-Anonymous-Operation).
/// </summary>
internal sealed class LoneAnonymousOperation() : ValidationRule("Lone-Anonymous-Operation"), IRule<DocumentNode>
{
    public void Check(DocumentNode document, ValidationContext context)
    {
        var operations = 0;
        OperationDefinitionNode? anonymous = null;
        foreach (var definition in document.Definitions)
        {
            if (definition is OperationDefinitionNode operation)
            {
                operations++;
                anonymous ??= operation.Name is null ? operation : null;
            }
        }

        if (anonymous is not null && operations > 1)
        {
            context.Report(this, "An operation may go without a name only where it is the document's only one.", anonymous.Location);
        }
    }
}
