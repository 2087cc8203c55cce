using HotChocolate.Execution;
using HotChocolate.Language;

namespace HotChocolate.PersistedOperations;

public interface IOperationDocumentStorage
{
    ValueTask<IOperationDocument?> TryReadAsync(OperationDocumentId documentId, CancellationToken cancellationToken = default);

    ValueTask SaveAsync(OperationDocumentId documentId, IOperationDocument document, CancellationToken cancellationToken = default);
}

public sealed class PersistedOperationOptions
{
    public bool OnlyAllowPersistedDocuments { get; set; }
}
