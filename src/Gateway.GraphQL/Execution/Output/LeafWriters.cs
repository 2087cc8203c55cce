using System.Text;
using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution.Output;

internal sealed class ScalarWriter<T>(ScalarType<T> type) : ValueWriter<T>
    where T : notnull
{
    public override bool Write(T value, Selection selection, OperationContext context) =>
        type.TryWrite(value, context.Output) || context.RefuseLeaf(selection, type);
}

internal sealed class EnumWriter<T> : ValueWriter<T>
    where T : notnull
{
    private readonly EnumType _type;
    private readonly Func<T, int>? _indexOf;

    // A linear search is enough for values that are described in code.
    private readonly T[] _values;
    private readonly byte[][] _json;

    public EnumWriter(EnumType type)
    {
        _type = type;
        _indexOf = (Func<T, int>?)type.Indices;
        _values = new T[type.Values.Count];
        _json = new byte[type.Values.Count][];
        for (var index = 0; index < _values.Length; index++)
        {
            _values[index] = (T)type.Values[index].RuntimeValue;
            _json[index] = Encoding.UTF8.GetBytes($"\"{type.Values[index].Name}\"");
        }
    }

    public override bool Write(T value, Selection selection, OperationContext context)
    {
        if (_indexOf?.Invoke(value) is { } known and >= 0)
        {
            context.Output.WriteRaw(_json[known]);
            return true;
        }

        for (var index = 0; index < _values.Length; index++)
        {
            if (EqualityComparer<T>.Default.Equals(_values[index], value))
            {
                context.Output.WriteRaw(_json[index]);
                return true;
            }
        }

        return context.RefuseLeaf(selection, _type);
    }
}
