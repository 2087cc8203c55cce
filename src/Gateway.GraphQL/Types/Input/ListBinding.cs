using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Input;

/// <summary>§3.11: a value that is no list becomes a list of one.</summary>
internal sealed class ListBinding<T>(InputBinding item, bool asList) : InputBinding
{
    protected override bool TryCoerceValue(JsonElement json, InputCoercion coercion, out object? value)
    {
        value = null;
        var isList = json.ValueKind == JsonValueKind.Array;
        var items = new T[isList ? json.GetArrayLength() : 1];
        if (!isList)
        {
            return item.TryCoerce(json, coercion, out var only) && Set(items, 0, only) && Finish(items, out value);
        }

        var index = 0;
        foreach (var element in json.EnumerateArray())
        {
            coercion.Enter(index);
            if (!item.TryCoerce(element, coercion, out var coerced))
            {
                return false;
            }

            coercion.Leave();
            Set(items, index++, coerced);
        }

        return Finish(items, out value);
    }

    protected override bool TryCoerceLiteral(ValueNode literal, InputCoercion coercion, out object? value)
    {
        value = null;
        if (literal is not ListValueNode list)
        {
            return item.TryCoerce(literal, coercion, out var only) && Finish([(T)only!], out value);
        }

        var items = new T[list.Items.Length];
        for (var index = 0; index < items.Length; index++)
        {
            coercion.Enter(index);
            if (!item.TryCoerce(list.Items[index], coercion, out var coerced))
            {
                return false;
            }

            coercion.Leave();
            Set(items, index, coerced);
        }

        return Finish(items, out value);
    }

    private static bool Set(T[] items, int index, object? value)
    {
        items[index] = (T)value!;
        return true;
    }

    private bool Finish(T[] items, out object? value)
    {
        value = asList ? new List<T>(items) : items;
        return true;
    }
}
