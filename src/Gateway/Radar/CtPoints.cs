using System.Collections;

namespace Gateway.Radar;

/// <summary>The columns of a series, seen as points: none of them exists until it is read.</summary>
internal sealed class CtPoints(CtColumns columns) : IReadOnlyList<CtPoint>
{
    public int Count => columns.Timestamps.Length;

    public CtPoint this[int index] => new(columns.Timestamps[index], columns.Values[index]);

    public IEnumerator<CtPoint> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
