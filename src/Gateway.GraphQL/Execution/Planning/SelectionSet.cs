using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution.Planning;

/// <summary>
/// The selected fields of an object type, after CollectFields (GraphQL September 2025, §6.3.2,
/// https://spec.graphql.org/September2025/#sec-Field-Collection).
/// </summary>
internal abstract partial class SelectionSet(ObjectType type, Selection[] selections, IError? fault)
{
    public ObjectType Type { get; } = type;

    public Selection[] Selections { get; } = selections;

    /// <summary>Why the fields could not be collected; null if they could.</summary>
    public IError? Fault { get; } = fault;

    public abstract bool WriteObject(object? value, OperationContext context);

    public abstract bool WriteObjectField(object? value, int index, ResolvedField? resolved, OperationContext context);
}

/// <summary>The selected fields of objects whose C# type is <typeparamref name="T"/>.</summary>
internal sealed partial class SelectionSet<T> : SelectionSet
{
    private readonly FieldExecutor<T>[] _executors;
    private readonly ReusedFragments<T>? _cached;

    public SelectionSet(ObjectType type, Selection[] selections, IError? fault, CachedFragment<T>? fragment = null)
        : base(type, selections, fault)
    {
        _executors = Array.ConvertAll(selections, static selection => (FieldExecutor<T>)selection.Executor);
        _cached = fragment is null ? null : new ReusedFragments<T>(fragment.Of, fragment.VolatileFields, selections);
        Texts = TextSelections<T>.Of(selections, _executors);
    }

    /// <summary>The fast writer for objects that store the JSON of all selected fields; null for other objects.</summary>
    public TextSelections<T>? Texts { get; }

    public override bool WriteObject(object? value, OperationContext context) => Write((T)value!, context);

    public override bool WriteObjectField(object? value, int index, ResolvedField? resolved, OperationContext context) =>
        WriteField((T)value!, index, resolved, context);

    /// <summary>ExecuteCollectedFields (§6.3.3). False if a null has to propagate.</summary>
    public bool Write(T value, OperationContext context)
    {
        var resolved = context.TakeResolved() as ResolvedField?[];
        if (Fault is not null)
        {
            context.AddError(Fault);
            return false;
        }

        if (Texts?.TryWrite(in value, context.Output) == true)
        {
            return true;
        }

        if (!(_cached is not null && context.Operation.IsReusable
            ? _cached.Write(this, value, resolved, context)
            : WriteFields(value, resolved, context)))
        {
            return false;
        }

        if (_executors.Length == 0)
        {
            context.Output.WriteRaw((byte)'{');
        }

        context.Output.WriteRaw((byte)'}');
        return true;
    }

    private bool WriteFields(T value, ResolvedField?[]? resolved, OperationContext context)
    {
        for (var index = 0; index < _executors.Length; index++)
        {
            if (!WriteField(value, index, resolved?[index], context))
            {
                return false;
            }
        }

        return true;
    }
}
