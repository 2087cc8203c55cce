using Gateway.GraphQL.Execution.Planning;

namespace Gateway.GraphQL.Execution.Output;

/// <summary>Result coercion and completion (§6.4.3) of C# values of one type to one GraphQL type.</summary>
internal abstract class ValueWriter<T>
{
    /// <summary>
    /// Writes the value. False means: it is null, or became so, where no null may be; the error is noted, what was
    /// written is the caller's to take back.
    /// </summary>
    public abstract bool Write(T value, Selection selection, OperationContext context);

    /// <summary>
    /// The same after the resolver reported errors: a null in a non-null place has its error already and needs no second one.
    /// </summary>
    public virtual bool WriteAfter(int errors, T value, Selection selection, OperationContext context)
        => (errors == 0 || value is not null) && Write(value, selection, context);

    /// <summary>How values are written that are objects of which only texts are selected; null for all others.</summary>
    public virtual TextSelections<T>? TextsOf(Selection selection) => null;
}

/// <summary>A nullable type whose C# type is a class.</summary>
internal sealed class NullableWriter<T>(ValueWriter<T> inner) : ValueWriter<T>
    where T : class?
{
    public override bool Write(T value, Selection selection, OperationContext context)
    {
        var start = context.Output.Position;
        if (value is null || !inner.Write(value, selection, context))
        {
            context.Output.Rewind(start);
            context.Output.WriteNull();
        }

        return true;
    }

    public override bool WriteAfter(int errors, T value, Selection selection, OperationContext context)
        => Write(value, selection, context);
}

/// <summary>A nullable type whose C# type is <c>Nullable&lt;T&gt;</c>.</summary>
internal sealed class NullableStructWriter<T>(ValueWriter<T> inner) : ValueWriter<T?>
    where T : struct
{
    public override bool Write(T? value, Selection selection, OperationContext context)
    {
        var start = context.Output.Position;
        if (value is not { } present || !inner.Write(present, selection, context))
        {
            context.Output.Rewind(start);
            context.Output.WriteNull();
        }

        return true;
    }

    public override bool WriteAfter(int errors, T? value, Selection selection, OperationContext context)
        => Write(value, selection, context);
}

/// <summary>A non-null type; C# types that can't be null need none.</summary>
internal sealed class NonNullWriter<T>(ValueWriter<T> inner) : ValueWriter<T>
{
    public override bool Write(T value, Selection selection, OperationContext context)
        => value is null ? context.RefuseNull(selection) : inner.Write(value, selection, context);
}
