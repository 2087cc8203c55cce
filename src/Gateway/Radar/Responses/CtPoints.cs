using System.Collections;

namespace Gateway.Radar.Responses;

/// <summary>The columns of a series, seen as points: none of them exists until it is read.</summary>
internal sealed class CtPoints(CtColumns columns) : IReadOnlyList<CtPoint>
{
    public int Count => columns.Timestamps.Count;

    public CtPoint this[int index] => new(columns, index);

    public IEnumerator<CtPoint> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
