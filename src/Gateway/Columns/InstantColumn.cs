namespace Gateway.Columns;

/// <summary>A column of instants, as the scalar DateTime writes them.</summary>
internal sealed class InstantColumn(ArraySegment<byte> json) : JsonColumn<DateTimeOffset>(json)
{
    public static readonly InstantColumn Empty = new("[]"u8.ToArray());

    /// <summary>An item; <c>default</c> for null.</summary>
    public override DateTimeOffset this[int index] => Find(index) ?? default;

    /// <summary>An item, or null.</summary>
    public DateTimeOffset? Find(int index) => Text(index) is [(byte)'"', .. var text, (byte)'"'] ? InstantText.Parse(text) : null;
}
