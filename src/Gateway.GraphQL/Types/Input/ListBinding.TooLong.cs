namespace Gateway.GraphQL.Types.Input;

/// <content>A list that is too long is refused before an item of it is read, so that it costs nothing.</content>
internal sealed partial class ListBinding<T>
{
    private string? TooLong(int count, InputCoercion coercion) =>
        count > maxItems ? FormattableString.Invariant($"has {count} items; {maxItems} are the most")
        : (coercion.Items += count) > maxItems
            ? FormattableString.Invariant($"has more than {maxItems} items, together with the lists around it")
        : null;
}
