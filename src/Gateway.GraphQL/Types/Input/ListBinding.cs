namespace Gateway.GraphQL.Types.Input;

/// <summary>
/// Coerces lists (GraphQL September 2025, §3.11, https://spec.graphql.org/September2025/#sec-List). Any other value becomes a list of one
/// item.
/// </summary>
/// <param name="item">The binding of the items.</param>
/// <param name="asList">Whether the C# type is a <see cref="List{T}"/>; else it is an array.</param>
/// <param name="maxItems">The maximum number of items, together with those of other lists in the same argument.</param>
internal sealed partial class ListBinding<T>(InputBinding item, bool asList, int maxItems = int.MaxValue) : InputBinding
{
    protected override bool TryCoerceValue(InputValue given, InputCoercion coercion, out object? value)
    {
        value = null;
        if (given.Count is { } count && TooLong(count, coercion) is { } fault)
        {
            return coercion.IsVariable || coercion.Refuse(fault);
        }

        if (given.Items is not { } items)
        {
            return item.TryCoerce(given, coercion, out var only) && Finish([(T)only!], out value);
        }

        var values = new T[items.Count];
        for (var index = 0; index < values.Length; index++)
        {
            coercion.Enter(index);
            if (!item.TryCoerce(items[index], coercion, out var coerced))
            {
                return false;
            }

            coercion.Leave();
            values[index] = (T)coerced!;
        }

        return Finish(values, out value);
    }

    private bool Finish(T[] values, out object? value)
    {
        value = asList ? new List<T>(values) : values;
        return true;
    }
}
