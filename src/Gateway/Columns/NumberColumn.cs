using System.Buffers;

namespace Gateway.Columns;

/// <summary>A column of numbers, as the scalar Float writes them; null where there is none.</summary>
internal sealed class NumberColumn(byte[] json) : JsonColumn<double?>(json)
{
    private static readonly SearchValues<byte> Characters = SearchValues.Create("0123456789.+-E"u8);

    public override double? this[int index] => Text(index) is [(byte)'n', ..] ? null : NumberText.Parse(Text(index));

    /// <summary>A column of one length without values.</summary>
    public static NumberColumn OfNulls(int count) => new NumberColumn("[]"u8.ToArray()).WithCount(count);

    /// <summary>What was the <see cref="JsonColumn.Json"/> of a column; null where it can't have been.</summary>
    public static NumberColumn? TryRead(ReadOnlySpan<byte> json) =>
        IsList(json, static item => !item.IsEmpty && (!item.ContainsAnyExcept(Characters) || item.SequenceEqual("null"u8)))
            ? new NumberColumn(json.ToArray())
            : null;

    /// <summary>The same with more items, which are null, or fewer.</summary>
    public NumberColumn WithCount(int count)
    {
        if (count == Count)
        {
            return this;
        }

        var builder = new ColumnBuilder();
        for (var i = 0; i < count; i++)
        {
            builder.Add(i < Count ? Text(i) : "null"u8);
        }

        return new NumberColumn(builder.Take());
    }
}
