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
