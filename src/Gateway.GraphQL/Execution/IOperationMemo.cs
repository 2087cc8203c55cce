namespace Gateway.GraphQL.Execution;

/// <summary>
/// Stores what a resolver derives from its arguments and selections, for later runs of the same prepared operation. A resolver's
/// <see cref="IResolverContext"/> implements it.
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
}
