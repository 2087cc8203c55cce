using System.Collections;
using System.Globalization;
using System.Text;

namespace Gateway.GraphQL.Data;

/// <summary>A page of a list (https://relay.dev/graphql/connections.htm).</summary>
/// <typeparam name="T">The C# type of the items.</typeparam>
/// <typeparam name="TDefinition">The definition of the connection's type, of which there may be several for one type of items.</typeparam>
public sealed class Connection<T, TDefinition>
{
    private readonly IReadOnlyList<T> _items;

    internal Connection(IReadOnlyList<T> items, int start, int end)
    {
        _items = items;
        var version = (items as IVersioned)?.Version;
        Edges = [.. Enumerable.Range(start, end - start).Select(index => new Edge<T, TDefinition>(items[index], index, version))];
        PageInfo = new PageInfo(
            HasNextPage: end < items.Count, HasPreviousPage: start > 0, Edges.FirstOrDefault()?.Cursor, Edges.LastOrDefault()?.Cursor);
    }

    internal PageInfo PageInfo { get; }

    internal IReadOnlyList<Edge<T, TDefinition>> Edges { get; }

    internal IReadOnlyList<T> Nodes => [.. Edges.Select(static edge => edge.Node)];

    internal int TotalCount => _items.Count;
}

/// <summary>An item of a page.</summary>
/// <param name="node">The item.</param>
/// <param name="index">Its place in the list.</param>
/// <param name="version">What the list is a version of; null for one that has none.</param>
public sealed class Edge<T, TDefinition>(T node, int index, string? version)
{
    internal T Node => node;

    internal string Cursor => Cursors.Write(index, version);
}

/// <summary>Where a page stands in its list.</summary>
internal sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

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

/// <summary>Cursors: an index as Base64, as HotChocolate writes it. The list's version may follow.</summary>
internal static class Cursors
{
    public static string Write(int index, string? version) => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        version is null ? index.ToString(CultureInfo.InvariantCulture) : FormattableString.Invariant($"{index}:{version}")));

    /// <summary>Reads a cursor. False if it has not the form of one.</summary>
    public static bool TryRead(string cursor, out int index, out string? version)
    {
        (index, version) = (-1, null);
        var bytes = new byte[cursor.Length];
        if (!Convert.TryFromBase64String(cursor, bytes, out var length))
        {
            return false;
        }

        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        version = parts is [_, var last] ? last : null;
        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out index);
    }
}
