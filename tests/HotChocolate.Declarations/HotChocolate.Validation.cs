using HotChocolate.Language;

namespace HotChocolate.Validation;

public interface IDocumentValidatorRule
{
    ushort Priority { get; }

    bool IsCacheable { get; }

    void Validate(DocumentValidatorContext context, DocumentNode document);
}

public sealed class DocumentValidatorContext
{
    public bool FatalErrorDetected { get; set; }

    public void ReportError(IError error) => throw null!;
}
