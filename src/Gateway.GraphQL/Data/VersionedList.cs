using System.Collections;

namespace Gateway.GraphQL.Data;

/// <summary>A list that is renewed from time to time. A place in one version is none in another.</summary>
public interface IVersioned
{
    /// <summary>The version: letters and digits.</summary>
    string Version { get; }
}

/// <summary>A list with its version.</summary>
public sealed class VersionedList<T>(IReadOnlyList<T> items, string version) : IReadOnlyList<T>, IVersioned
{
    public string Version => version;

    public int Count => items.Count;

    public T this[int index] => items[index];

    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
