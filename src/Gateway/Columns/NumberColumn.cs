namespace Gateway.Columns;

/// <summary>A column of nullable numbers, as the scalar Float writes them.</summary>
internal sealed class NumberColumn(ArraySegment<byte> json) : JsonColumn<double?>(json)
{
    public override double? this[int index] => Text(index) is [(byte)'n', ..] ? null : NumberText.Parse(Text(index));

    /// <summary>A column of nulls.</summary>
    public static NumberColumn OfNulls(int count) => new NumberColumn("[]"u8.ToArray()).WithCount(count);

    /// <summary>A copy with another length: items are cut off, or nulls added.</summary>
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
