using Gateway.GraphQL.Definitions;

namespace Gateway.GraphQL.Data;

/// <summary>
/// Defines the types of a connection: itself, its edges and <c>PageInfo</c>. The generator writes one for each connection.
/// </summary>
/// <param name="name">What the names of the types begin with.</param>
/// <param name="hasTotalCount">Whether there is the field <c>totalCount</c>.</param>
public abstract class ConnectionDefinition<T, TSelf>(string name, bool hasTotalCount = false)
    : ObjectDefinition<Connection<T, TSelf>>($"{name}Connection", "A page of a list, with what it takes to ask for the next one.")
    where TSelf : ConnectionDefinition<T, TSelf>
{
    // As in HotChocolate.
    private const double TotalCountWeight = 10;

    /// <summary>The type of the items.</summary>
    protected abstract Output<T> Item(TypeContext types);

    protected sealed override void AddFields(FieldCollection<Connection<T, TSelf>> fields, TypeContext types)
    {
        types.Define(new PageInfoDefinition());
        types.Define(new EdgeDefinition($"{name}Edge", Item));
        fields.Property(
            "pageInfo",
            "Where the page stands in the list.",
            types.Object<PageInfo>().NonNull(),
            static connection => connection.PageInfo);
        fields.Property(
            "edges",
            "The items of the page, each with its cursor.",
            types.List<IReadOnlyList<Edge<T, TSelf>>, Edge<T, TSelf>>(types.Object<Edge<T, TSelf>>().NonNull()).Nullable(),
            static connection => connection.Edges);
        fields.Property(
            "nodes",
            "The items of the page.",
            types.List<IReadOnlyList<T>, T>(Item(types)).Nullable(),
            static connection => connection.Nodes);
        if (hasTotalCount)
        {
            fields.Property(
                "totalCount",
                "The number of items of the whole list.",
                types.Scalar<int>().NonNull(),
                static connection => connection.TotalCount,
                cost: TotalCountWeight);
        }
    }

    private sealed class EdgeDefinition(string name, Func<TypeContext, Output<T>> item)
        : ObjectDefinition<Edge<T, TSelf>>(name, "An item of a page.")
    {
        protected override void AddFields(FieldCollection<Edge<T, TSelf>> fields, TypeContext types)
        {
            fields.Property(
                "cursor",
                "The item's place in the list, for `after` and `before`.",
                types.Scalar<string>().NonNull(),
                static edge => edge.Cursor);
            fields.Property("node", "The item.", item(types), static edge => edge.Node);
        }
    }
}

internal sealed class PageInfoDefinition() : ObjectDefinition<PageInfo>("PageInfo", "Where a page stands in its list.")
{
    protected override void AddFields(FieldCollection<PageInfo> fields, TypeContext types)
    {
        fields.Property(
            "hasNextPage",
            "Whether the list has more items after the page.",
            types.Scalar<bool>().NonNull(),
            static page => page.HasNextPage);
        fields.Property(
            "hasPreviousPage",
            "Whether the list has more items before the page.",
            types.Scalar<bool>().NonNull(),
            static page => page.HasPreviousPage);
        fields.Property(
            "startCursor",
            "The cursor of the first item: `before` of the previous page. Null for an empty page.",
            types.Scalar<string>().Nullable(),
            static page => page.StartCursor!);
        fields.Property(
            "endCursor",
            "The cursor of the last item: `after` of the next page. Null for an empty page.",
            types.Scalar<string>().Nullable(),
            static page => page.EndCursor!);
    }
}
