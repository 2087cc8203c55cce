using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>Collects the types that filters, orders and pages of fields refer to.</summary>
/// <param name="space">The namespace of the connections' definitions.</param>
/// <param name="described">The types with fields that are described in code. They can be sorted by.</param>
internal sealed class DataTypes(string space, IReadOnlyCollection<ITypeSymbol> described)
{
    private readonly HashSet<(ITypeSymbol Type, bool IsSort)> _known = [];
    private readonly Queue<(INamedTypeSymbol Type, bool IsSort)> _waiting = new();
    private readonly Dictionary<string, Connection> _connections = [];

    public IEnumerable<Connection> Connections => _connections.Values;

    public bool IsDescribed(ITypeSymbol type) => described.Contains(type, SymbolEqualityComparer.Default);

    public void AddFilter(INamedTypeSymbol type) => Add(type, isSort: false);

    public void AddSort(INamedTypeSymbol type) => Add(type, isSort: true);

    public bool TryTake(out (INamedTypeSymbol Type, bool IsSort) next)
    {
        next = _waiting.Count > 0 ? _waiting.Dequeue() : default;
        return next.Type is not null;
    }

    /// <summary>Adds a connection. False if there is another one of its name.</summary>
    public bool TryAdd(Connection connection)
    {
        if (_connections.TryGetValue(connection.Name, out var other))
        {
            return other == connection;
        }

        _connections.Add(connection.Name, connection);
        return true;
    }

    /// <summary>The C# class that defines a connection.</summary>
    public string DefinitionOf(string connection) => $"global::{space}.{connection}ConnectionDefinition";

    private void Add(INamedTypeSymbol type, bool isSort)
    {
        var bare = (INamedTypeSymbol)type.WithNullableAnnotation(NullableAnnotation.None);
        if (!_known.Any(one => one.IsSort == isSort && SymbolEqualityComparer.Default.Equals(one.Type, bare)))
        {
            _known.Add((bare, isSort));
            _waiting.Enqueue((bare, isSort));
        }
    }

    /// <param name="Name">What the names of its types begin with.</param>
    /// <param name="Item">The C# type of the items.</param>
    /// <param name="Output">The GraphQL type of the items, in C#.</param>
    /// <param name="HasTotalCount">Whether it has the field <c>totalCount</c>.</param>
    internal sealed record Connection(string Name, string Item, string Output, bool HasTotalCount);
}
