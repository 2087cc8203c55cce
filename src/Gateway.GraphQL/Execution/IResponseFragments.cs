namespace Gateway.GraphQL.Execution;

/// <summary>
/// Keeps JSON that was written of one value, for runs of the same operation with the same variables. It belongs to the value, goes with it,
/// bounds itself, and is used by several threads at once.
/// </summary>
public interface IResponseFragments
{
    /// <param name="operation">Stands for a document, an operation of it, and variables.</param>
    /// <param name="part">Stands for the selections of it that were written.</param>
    /// <returns>What was kept; empty where nothing is.</returns>
    ReadOnlyMemory<byte> Find(object operation, object part);

    /// <summary>Keeps a copy of <paramref name="json"/>, or doesn't.</summary>
    void Add(object operation, object part, ReadOnlySpan<byte> json);
}
