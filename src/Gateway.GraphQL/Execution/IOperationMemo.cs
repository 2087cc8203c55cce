namespace Gateway.GraphQL.Execution;

/// <summary>
/// What a resolver may keep from one run of an operation to the next with the same variables. A resolver's <see cref="IResolverContext"/>
/// is one of these.
/// </summary>
public interface IOperationMemo
{
    /// <summary>What <see cref="SetMemo"/> was given for this field the last time; null where there is nothing, or of another type.</summary>
    T? GetMemo<T>()
        where T : class;

    /// <summary>Keeps what follows from the field's arguments and selections alone; where the operation itself is not kept, nothing is.</summary>
    void SetMemo<T>(T derived)
        where T : class;
}
