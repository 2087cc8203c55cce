using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation.Facts;
using Gateway.GraphQL.Validation.Rules;

namespace Gateway.GraphQL.Validation;

/// <summary>
/// Validates documents by all rules, in the order of the specification (GraphQL September 2025, §5,
/// https://spec.graphql.org/September2025/#sec-Validation).
/// </summary>
internal static class DocumentValidator
{
    public static IReadOnlyList<ValidationRule> Rules { get; } =
    [
        // §5.1 Documents
        new ExecutableDefinitions(),

        // §5.2 Operations
        new OperationTypeExistence(),
        new OperationNameUniqueness(),
        new LoneAnonymousOperation(),
        new SingleRootField(),

        // §5.3 Fields
        new FieldSelections(),
        new FieldSelectionMerging(),
        new LeafFieldSelections(),

        // §5.4 Arguments
        new ArgumentNames(),
        new ArgumentUniqueness(),
        new RequiredArguments(),

        // §5.5 Fragments
        new FragmentNameUniqueness(),
        new FragmentSpreadTypeExistence(),
        new FragmentsOnObjectInterfaceOrUnionTypes(),
        new FragmentsMustBeUsed(),
        new FragmentSpreadTargetDefined(),
        new FragmentSpreadsMustNotFormCycles(),
        new FragmentSpreadIsPossible(),

        // §5.6 Values
        new ValuesOfCorrectType(),
        new InputObjectFieldNames(),
        new InputObjectFieldUniqueness(),
        new InputObjectRequiredFields(),

        // §5.7 Directives
        new DirectivesAreDefined(),
        new DirectivesAreInValidLocations(),
        new DirectivesAreUniquePerLocation(),

        // §5.8 Variables
        new VariableUniqueness(),
        new VariablesAreInputTypes(),
        new AllVariableUsesDefined(),
        new AllVariablesUsed(),
        new AllVariableUsagesAreAllowed(),
    ];

    /// <summary>
    /// Validates a document in three phases: rules on its definitions, rules on the nodes of one walk, and rules on the facts that the walk
    /// has collected. Never throws.
    /// </summary>
    public static IReadOnlyList<IError> Validate(Schema schema, DocumentNode document, ValidationOptions options)
    {
        var facts = new DocumentFacts(document, options.MaxAllowedFragmentVisits);
        var context = new ValidationContext(schema, facts, options);
        RuleSet<DocumentNode>.Check(document, context);
        new DocumentWalker(context).Walk();
        RuleSet<DocumentFacts>.Check(facts, context);
        foreach (var operation in facts.Operations)
        {
            RuleSet<OperationFacts>.Check(operation, context);
        }

        return context.Errors;
    }
}
