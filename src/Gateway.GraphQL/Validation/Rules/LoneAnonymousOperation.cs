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
        var operations = context.Document.Operations;
        if (operations.Count > 1 && operations.Find(static operation => operation.Node.Name is null) is { } anonymous)
        {
            context.Report(
                this, "An operation may go without a name only where it is the document's only one.", anonymous.Node.Location);
        }
    }
}
