using System.Collections;

namespace Gateway.Columns;

/// <summary>A read-only list that creates its items on access.</summary>
internal abstract class ListView<T> : IReadOnlyList<T>
{
    public abstract int Count { get; }

    public abstract T this[int index] { get; }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
