namespace HotChocolate.PersistedOperations;

public sealed class PersistedOperationOptions
{
    public bool OnlyAllowPersistedDocuments { get; set; }
}
