using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution.Fields;

/// <summary>Resolves and writes the value of a field. It is compiled once, with the schema.</summary>
internal abstract class FieldExecutor : FieldResolver
{
    /// <summary>Resolves the value before it is written; the result holds any exception. Only called for asynchronous fields.</summary>
    public virtual ValueTask<ResolvedField> ResolveAsync(object? parent, Selection selection, OperationContext context) =>
        throw new InvalidOperationException($"`{selection.Field.Name}` has nothing to wait for.");

    /// <summary>
    /// Writes a value that was resolved in advance. False if a null has to propagate (GraphQL September 2025, §6.4.4,
    /// https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors).
    /// </summary>
    public virtual bool WriteResolved(ResolvedField resolved, Selection selection, OperationContext context) =>
        throw new InvalidOperationException($"`{selection.Field.Name}` is not resolved ahead of writing.");
}

/// <summary>A field of objects whose C# type is <typeparamref name="TParent"/>.</summary>
internal abstract class FieldExecutor<TParent> : FieldExecutor
{
    /// <summary>Resolves and writes the value. False if a null has to propagate. Throws what the resolver throws.</summary>
    public abstract bool Write(TParent parent, Selection selection, OperationContext context);
}

/// <summary>The outcome of a field that is resolved before it is written.</summary>
internal sealed class ResolvedField
{
    public object? Value { get; init; }

    /// <summary>The resolver's exception.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The errors that the resolver reported in addition to its value.</summary>
    public IReadOnlyList<IError> Errors { get; init; } = [];

    /// <summary>The outcomes of the sub-selections, in the shape of the value. See <see cref="AsyncResolver"/>.</summary>
    public object? Below { get; set; }
}
