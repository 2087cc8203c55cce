using System.Collections;

namespace Gateway.Columns;

/// <summary>A column of numbers, as the scalar Float writes them; null where there is none.</summary>
internal sealed class NumberColumn(byte[] json) : JsonColumn(json), IReadOnlyList<double?>
{
    public double? this[int index] => IsNull(Text(index)) ? null : NumberText.Parse(Text(index));

    /// <summary>A column of one length without values.</summary>
    public static NumberColumn OfNulls(int count)
    {
        var builder = new ColumnBuilder();
        return new NumberColumn(builder.Take(count));
    }

    /// <summary>The same with more items, which are null, or fewer.</summary>
    public NumberColumn WithCount(int count)
    {
        if (count == Count)
        {
            return this;
        }

        var builder = new ColumnBuilder();
        for (var i = 0; i < Math.Min(count, Count); i++)
        {
            builder.Add(Text(i));
        }

        return new NumberColumn(builder.Take(count));
    }

    public IEnumerator<double?> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
