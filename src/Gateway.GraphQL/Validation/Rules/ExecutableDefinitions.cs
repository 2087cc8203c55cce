using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>§5.1.1: a document that is run defines no types.</summary>
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
