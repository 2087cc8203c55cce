using System.Buffers;
using System.Collections;

namespace Gateway.Columns;

/// <summary>A column of instants, as the scalar DateTime writes them.</summary>
internal sealed class InstantColumn(byte[] json) : JsonColumn(json), IReadOnlyList<DateTimeOffset>
{
    private static readonly SearchValues<byte> Characters = SearchValues.Create("0123456789.:-TZ"u8);

    /// <summary>The first moment there is where there is none.</summary>
    public DateTimeOffset this[int index] => Find(index) ?? default;

    /// <summary>Null where there is none.</summary>
    public DateTimeOffset? Find(int index) => Text(index) is [(byte)'"', .. var text, (byte)'"'] ? InstantText.Parse(text) : null;

    /// <summary>What was the <see cref="JsonColumn.Json"/> of a column; null where it can't have been.</summary>
    /// <param name="json">From outside.</param>
    /// <param name="isOptional">Whether an instant may be missing.</param>
    public static InstantColumn? TryRead(ReadOnlySpan<byte> json, bool isOptional)
    {
        if (!IsList(json))
        {
            return null;
        }

        var column = new InstantColumn(json.ToArray());
        for (var i = 0; i < column.Count; i++)
        {
            var item = column.Text(i);
            if (!(item is [(byte)'"', .. var text, (byte)'"'] && !text.ContainsAnyExcept(Characters))
                && !(isOptional && item.SequenceEqual("null"u8)))
            {
                return null;
            }
        }

        return column;
    }

    public IEnumerator<DateTimeOffset> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
