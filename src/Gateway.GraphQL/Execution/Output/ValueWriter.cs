using Gateway.GraphQL.Execution.Planning;

namespace Gateway.GraphQL.Execution.Output;

/// <summary>
/// Completes and coerces results (GraphQL September 2025, §6.4.3, https://spec.graphql.org/September2025/#sec-Value-Completion): C# values
/// of one type to values of one GraphQL type.
/// </summary>
internal abstract class ValueWriter<T>
{
    /// <summary>
    /// Writes the value. False if it is null, or became null, in a non-null position (§6.4.4). The error has been added then, and the
    /// caller has to rewind the output.
    /// </summary>
    public abstract bool Write(T value, Selection selection, OperationContext context);

    /// <summary>
    /// Writes the value after the resolver reported errors. A null in a non-null position then gets no second error.
    /// </summary>
    public virtual bool WriteAfter(int errors, T value, Selection selection, OperationContext context) =>
        (errors == 0 || value is not null) && Write(value, selection, context);

    /// <summary>The fast writer for objects that store the JSON of all selected fields; null for other values.</summary>
    public virtual TextSelections<T>? TextsOf(Selection selection) => null;
}

/// <summary>Writes a nullable type whose C# type is a class.</summary>
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

    public override bool WriteAfter(int errors, T value, Selection selection, OperationContext context) =>
        Write(value, selection, context);
}

/// <summary>Writes a nullable type whose C# type is <c>Nullable&lt;T&gt;</c>.</summary>
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

    public override bool WriteAfter(int errors, T? value, Selection selection, OperationContext context) =>
        Write(value, selection, context);
}

/// <summary>Writes a non-null type. C# types without null don't need it.</summary>
internal sealed class NonNullWriter<T>(ValueWriter<T> inner) : ValueWriter<T>
{
    public override bool Write(T value, Selection selection, OperationContext context) =>
        value is null ? context.RefuseNull(selection) : inner.Write(value, selection, context);
}
