using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>What <c>[UsePaging]</c>, <c>[UseFiltering]</c> and <c>[UseSorting]</c> make of a field that returns a list.</summary>
internal sealed class DataField
{
    private const string Space = "global::Gateway.GraphQL.Data";
    private const string Types = $"{Space}.DataTypes";
    private const string Resolvers = $"{Space}.DataResolvers";

    private readonly AttributeData? _paging;
    private readonly bool _filters;
    private readonly bool _sorts;
    private readonly string _item;
    private readonly string? _connection;

    private DataField(AttributeData? paging, bool filters, bool sorts, string item, string? connection) =>
        (_paging, _filters, _sorts, _item, _connection) = (paging, filters, sorts, item, connection);

    /// <summary>Whether the result is a connection.</summary>
    public bool IsPaged => _paging is not null;

    /// <summary>The field's type; null for that of the list.</summary>
    public string? Output => _connection is null ? null : $"types.Object<{Space}.Connection<{_item}, {_connection}>>().Nullable()";

    /// <summary>How many items a page has in an operation's cost; null without pages.</summary>
    public string? Slicing => _paging is null ? null
        : CodeWriter.Call($"{Types}.Slicing", [$"{PageSize}", $"canGoBack: {Text(CanGoBack)}"]);

    public int? MaxPageSize => _paging is null ? null : Of("MaxPageSize", 50);

    public IEnumerable<string> Arguments => new[]
    {
        _paging is null ? null : $".. {Types}.Paging(types, canGoBack: {Text(CanGoBack)})",
        _filters ? $"{Types}.Where<{_item}>(types)" : null,
        _sorts ? $"{Types}.Order<{_item}>(types)" : null,
    }.OfType<string>();

    private bool CanGoBack => Of("AllowBackwardPagination", true);

    private int PageSize => System.Math.Min(Of("DefaultPageSize", 10), MaxPageSize!.Value);

    /// <summary>Null if the member has none of the attributes, or if they don't fit, which is reported.</summary>
    public static DataField? Of(
        ISymbol member, string coordinate, string name, TypeShape shape, TypeCollector types, List<Finding> findings)
    {
        var paging = member.Find(Annotation.UsePaging);
        var (filtering, sorting) = (member.Find(Annotation.UseFiltering), member.Find(Annotation.UseSorting));
        if ((paging ?? filtering ?? sorting) is null)
        {
            return null;
        }

        var place = member.Locations.FirstOrDefault();
        if (shape.Item is not { IsNullable: false, Item: null } item
            || !IsList(shape.Bare)
            || ((filtering ?? sorting) is not null && types.KindOf(item.Bare) is not (Kind.Object or Kind.Interface)))
        {
            findings.Add(Finding.Of(Diagnostics.NotShapeable, place, coordinate, shape.Declared.Text()));
            return null;
        }

        int[] places = [.. new[] { paging, filtering, sorting }
            .OfType<AttributeData>().Select(static one => one.ApplicationSyntaxReference?.Span.Start ?? 0)];
        if (!places.SequenceEqual(places.OrderBy(static start => start)))
        {
            findings.Add(Finding.Of(Diagnostics.DataOrder, place, coordinate));
        }

        if (filtering is not null)
        {
            types.Data.AddFilter((INamedTypeSymbol)item.Bare);
        }

        if (sorting is not null)
        {
            if (!new SortWriter(types).HasKeys(item.Bare))
            {
                findings.Add(Finding.Of(Diagnostics.NoKeys, place, coordinate, item.Bare.Text()));
            }

            types.Data.AddSort((INamedTypeSymbol)item.Bare);
        }

        if (paging is null)
        {
            return new DataField(null, filtering is not null, sorting is not null, item.CSharp, connection: null);
        }

        var connection = new DataTypes.Connection(
            paging.Named("ConnectionName") as string ?? char.ToUpperInvariant(name[0]) + name.Substring(1),
            item.CSharp,
            types.Output(item, member.Has(Annotation.Id))!,
            paging.Named("IncludeTotalCount") is true);
        if (!types.Data.TryAdd(connection))
        {
            findings.Add(Finding.Of(Diagnostics.ConnectionTwice, place, coordinate, connection.Name));
        }

        return new DataField(
            paging, filtering is not null, sorting is not null, item.CSharp, types.Data.DefinitionOf(connection.Name));
    }

    /// <summary>The C# that makes the field's value of the list.</summary>
    public string Shape(string items)
    {
        var filtered = _filters ? $"{Resolvers}.Filter(context, {items})" : items;
        var sorted = _sorts ? $"{Resolvers}.Sort(context, {filtered})" : filtered;
        return _paging is null
            ? sorted
            : CodeWriter.Call(
                $"{Resolvers}.Page<{_item}, {_connection}>",
                [
                    "context",
                    sorted,
                    $"{PageSize}",
                    $"{MaxPageSize}",
                    Of("RequirePagingBoundaries", false) ? "needsBoundary: true" : null,
                    CanGoBack ? null : "canGoBack: false",
                ]);
    }

    private static string Text(bool value) => value ? "true" : "false";

    // What a filtered list, which is an IReadOnlyList, can be returned as.
    private static bool IsList(ITypeSymbol type) => type.IsIn("System.Collections.Generic")
        && type is INamedTypeSymbol { Arity: 1, Name: "IEnumerable" or "IReadOnlyCollection" or "IReadOnlyList" };

    private T Of<T>(string property, T otherwise) => _paging!.Named(property) is T value ? value : otherwise;
}
