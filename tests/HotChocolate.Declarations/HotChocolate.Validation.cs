using System.Collections.Immutable;
using HotChocolate.Features;
using HotChocolate.Language;

namespace HotChocolate.Validation;

public interface IDocumentValidatorRule
{
    ushort Priority { get; }

    bool IsCacheable { get; }

    void Validate(DocumentValidatorContext context, DocumentNode document);
}

public sealed class DocumentValidator
{
    private DocumentValidator() => throw null!;

    public DocumentValidatorResult Validate(ISchemaDefinition schema, DocumentNode document) => throw null!;

    public DocumentValidatorResult Validate(
        ISchemaDefinition schema,
        OperationDocumentId documentId,
        DocumentNode document,
        IFeatureCollection? features = null,
        bool onlyNonCacheable = false) =>
        throw null!;
}

public class DocumentValidatorResult
{
    public bool HasErrors => throw null!;

    public ImmutableList<IError> Errors => throw null!;
}

public sealed class DocumentValidatorContext
{
    public bool FatalErrorDetected { get; set; }

    public void ReportError(IError error) => throw null!;
}
