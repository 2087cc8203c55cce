namespace Gateway.GraphQL.Execution;

/// <summary>
/// Memoizes what a resolver derives from its arguments and selections, for further runs of the same prepared operation. A resolver's
/// <see cref="IResolverContext"/> implements it.
/// </summary>
public interface IOperationMemo
{
    /// <summary>Gets the field's memo; null if there is none, or one of another type.</summary>
    T? GetMemo<T>()
        where T : class;

    /// <summary>
    /// Sets the field's memo, which must depend on the field's arguments and selections only. Does nothing for an operation that runs once.
    /// </summary>
    void SetMemo<T>(T derived)
        where T : class;
}
