using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution.Fields;

/// <summary>How a field's value is come by and written, compiled once with the schema.</summary>
internal abstract class FieldExecutor : FieldResolver
{
    /// <summary>Resolves the value ahead of writing; what goes wrong is in the result. Called only where something may have to wait.</summary>
    public virtual ValueTask<ResolvedField> ResolveAsync(object? parent, Selection selection, OperationContext context)
        => throw new InvalidOperationException($"`{selection.Field.Name}` has nothing to wait for.");

    /// <summary>Writes a value that was resolved ahead. Returns false where a null has to propagate.</summary>
    public virtual bool WriteResolved(ResolvedField resolved, Selection selection, OperationContext context)
        => throw new InvalidOperationException($"`{selection.Field.Name}` is not resolved ahead of writing.");
}

/// <summary>A field of objects whose C# type is <typeparamref name="TParent"/>.</summary>
internal abstract class FieldExecutor<TParent> : FieldExecutor
{
    /// <summary>Resolves and writes the value. Returns false where a null has to propagate; may throw what the resolver throws.</summary>
    public abstract bool Write(TParent parent, Selection selection, OperationContext context);
}

/// <summary>What became of a field that was resolved ahead of writing.</summary>
internal sealed class ResolvedField
{
    public object? Value { get; init; }

    /// <summary>What the resolver threw.</summary>
    public Exception? Exception { get; init; }

    /// <summary>What the resolver reported beside its value.</summary>
    public IReadOnlyList<IError> Errors { get; init; } = [];

    /// <summary>The fields below that were resolved ahead, in the shape of the value: see <see cref="AsyncResolver"/>.</summary>
    public object? Below { get; set; }
}
