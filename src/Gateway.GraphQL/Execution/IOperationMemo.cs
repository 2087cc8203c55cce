namespace Gateway.GraphQL.Execution;

/// <summary>
/// Stores what a resolver derives from its arguments and selections, for later runs of the same prepared operation, and what it derives
/// from its selections only, for later runs of the same plan. A resolver's <see cref="IResolverContext"/> implements it.
/// </summary>
public interface IOperationMemo
{
    /// <summary>Gets the field's memo. Null if there is none, or if it has another type.</summary>
    T? GetMemo<T>()
        where T : class;

    /// <summary>
    /// Sets the field's memo, which must depend on the field's arguments and selections only. Does nothing for an operation that runs only
    /// once.
    /// </summary>
    void SetMemo<T>(T derived)
        where T : class;

    /// <summary>Gets the memo of the field's selections. Null if there is none, or if it has another type.</summary>
    T? GetSelectionMemo<T>()
        where T : class;

    /// <summary>
    /// Sets the memo of the field's selections, which must depend on what is selected below the field only. All operations with the same
    /// plan find it, prepared or not. Does nothing if an argument below the field has a variable.
    /// </summary>
    void SetSelectionMemo<T>(T derived)
        where T : class;
}
