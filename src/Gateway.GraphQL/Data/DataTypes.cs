using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Data;

/// <summary>The arguments that generated code adds to fields.</summary>
public static class DataTypes
{
    /// <summary>The argument <c>where</c> of a list of <typeparamref name="T"/>.</summary>
    /// <exception cref="SchemaException">The schema has no filters.</exception>
    public static InputField Where<T>(this TypeContext types) => types.IsInput(typeof(Filter<string>))
        ? types.Argument(
            "where",
            "Keeps the items that meet all of these conditions, of those that the field has without them.",
            types.Input(typeof(Filter<T>)),
            cost: types.Costs.Filtering.DefaultFilterArgumentCost)
        : throw new SchemaException($"A list of {typeof(T)} has [UseFiltering], and the schema has no filters: call AddFiltering.");

    /// <summary>The argument <c>order</c> of a list of <typeparamref name="T"/>.</summary>
    /// <exception cref="SchemaException">The schema has no orders.</exception>
    public static InputField Order<T>(this TypeContext types) => types.IsInput(typeof(SortDirection))
        ? types.Argument(
            "order",
            "Sorts the items. The first key that differs decides, and items with equal keys keep their order.",
            types.InputList<Order<T>>(types.Input(typeof(Order<T>)).NonNull(), maxItems: Filter<T>.MaxItems),
            cost: types.Costs.Sorting.DefaultSortArgumentCost)
        : throw new SchemaException($"A list of {typeof(T)} has [UseSorting], and the schema has no orders: call AddSorting.");

    /// <summary>The arguments of a connection.</summary>
    /// <param name="types">The types of the schema.</param>
    /// <param name="canGoBack">Whether there are <c>last</c> and <c>before</c>.</param>
    public static IReadOnlyList<InputField> Paging(this TypeContext types, bool canGoBack)
    {
        var (size, cursor) = (types.Input(typeof(int)), types.Input(typeof(string)));
        InputField[] forward =
        [
            types.Argument("first", "The number of items from the start of the list, or after the cursor `after`.", size),
            types.Argument("after", "The cursor after which the page begins.", cursor),
        ];
        return !canGoBack ? forward :
        [
            .. forward,
            types.Argument("last", "The number of items from the end of the list, or before the cursor `before`.", size),
            types.Argument("before", "The cursor before which the page ends.", cursor),
        ];
    }

    /// <summary>How the arguments of a connection decide about its size.</summary>
    public static Slicing Slicing(int pageSize, bool canGoBack) =>
        new(canGoBack ? ["first", "last"] : ["first"], pageSize, ["edges", "nodes"]);
}
