using System.Collections.Frozen;
using System.Text;
using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution.Output;

internal sealed class ScalarWriter<T>(ScalarType<T> type) : ValueWriter<T>
    where T : notnull
{
    public override bool Write(T value, Selection selection, OperationContext context)
        => type.TryWrite(value, context.Output) || context.RefuseLeaf(selection, type);
}

internal sealed class EnumWriter<T> : ValueWriter<T>
    where T : notnull
{
    private readonly EnumType _type;
    private readonly FrozenDictionary<T, byte[]> _json;

    public EnumWriter(EnumType type)
    {
        _type = type;
        var json = new Dictionary<T, byte[]>();
        foreach (var value in type.Values)
        {
            json.TryAdd((T)value.RuntimeValue, Encoding.UTF8.GetBytes($"\"{value.Name}\""));
        }

        _json = json.ToFrozenDictionary();
    }

    public override bool Write(T value, Selection selection, OperationContext context)
    {
        if (!_json.TryGetValue(value, out var json))
        {
            return context.RefuseLeaf(selection, _type);
        }

        context.Output.WriteRaw(json);
        return true;
    }
}
