using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// A document to execute must contain operations and fragments only (GraphQL September 2025, §5.1.1,
/// https://spec.graphql.org/September2025/#sec-Executable-Definitions).
/// </summary>
internal sealed class ExecutableDefinitions() : ValidationRule("Executable-Definitions"), IRule<DocumentNode>
{
    public void Check(DocumentNode document, ValidationContext context)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is not (OperationDefinitionNode or FragmentDefinitionNode))
            {
                context.Report(
                    this, "A document that is run may hold operations and fragments only, not definitions of types.", definition.Location);
            }
        }
    }
}
