using Gateway.GraphQL.Execution;

namespace Gateway.GraphQL.Data;

/// <summary>What generated code does with a list that a resolver returns.</summary>
public static class DataResolvers
{
    /// <summary>The items that meet the argument <c>where</c>.</summary>
    public static IReadOnlyList<T>? Filter<T>(this ResolverContext context, IEnumerable<T>? items)
    {
        var matches = context.ArgumentValue<Filter<T>?>("where")?.Matches;
        return items is null ? null
            : matches is null ? items as IReadOnlyList<T> ?? [.. items]
            : Keep(items, [.. items.Where(matches)]);
    }

    /// <summary>The items in the order of the argument <c>order</c>.</summary>
    public static IReadOnlyList<T>? Sort<T>(this ResolverContext context, IEnumerable<T>? items)
    {
        Comparison<T>[] keys = [.. (context.ArgumentValue<Order<T>[]?>("order") ?? []).SelectMany(static order => order.Keys)];
        return items is null ? null
            : keys.Length == 0 ? items as IReadOnlyList<T> ?? [.. items]
            : Keep(items, [.. items.OrderBy(static item => item, Comparer<T>.Create((one, other) => Compare(keys, one, other)))]);
    }

    /// <summary>The page that the arguments describe.</summary>
    /// <param name="context">The context of the field.</param>
    /// <param name="items">The list.</param>
    /// <param name="pageSize">The number of items if none is given.</param>
    /// <param name="maxPageSize">The most items.</param>
    /// <param name="needsBoundary">Whether a number of items must be given.</param>
    /// <param name="canGoBack">Whether there are the arguments <c>last</c> and <c>before</c>.</param>
    /// <exception cref="GraphQLException">The arguments describe no page.</exception>
    public static Connection<T, TDefinition>? Page<T, TDefinition>(
        this ResolverContext context,
        IEnumerable<T>? items,
        int pageSize,
        int maxPageSize,
        bool needsBoundary = false,
        bool canGoBack = true)
    {
        var first = SizeOf("first");
        var last = canGoBack ? SizeOf("last") : null;
        if (needsBoundary && first is null && last is null)
        {
            throw Refuse(ErrorCodes.NoPageSize, $"A page needs `first`{(canGoBack ? " or `last`" : "")}.");
        }

        if (items is null)
        {
            return null;
        }

        var list = items as IReadOnlyList<T> ?? [.. items];
        var start = Math.Min(PlaceOf("after") + 1 ?? 0, list.Count);
        var end = Math.Max(start, Math.Min((canGoBack ? PlaceOf("before") : null) ?? list.Count, list.Count));
        end = Math.Min(end, start + (first ?? (last is null ? pageSize : list.Count)));
        start = Math.Max(start, end - (last ?? maxPageSize));
        return new Connection<T, TDefinition>(list, start, end);

        int? SizeOf(string argument)
        {
            var size = context.ArgumentValue<int?>(argument);
            return size < 0 ? throw Refuse(ErrorCodes.PageSizeTooSmall, $"`{argument}` is {size}; 0 is the least.")
                : size > maxPageSize ? throw Refuse(ErrorCodes.PageSizeTooLarge, $"`{argument}` is {size}; {maxPageSize} is the most.")
                : size;
        }

        int? PlaceOf(string argument)
        {
            if (context.ArgumentValue<string?>(argument) is not { } cursor)
            {
                return null;
            }

            if (!Cursors.TryRead(cursor, out var index, out var version))
            {
                throw Refuse(ErrorCodes.InvalidCursor, $"`{argument}` is no cursor of this list.");
            }

            return version == (list as IVersioned)?.Version
                ? index
                : throw Refuse(
                    ErrorCodes.InvalidCursor,
                    $"`{argument}` is a place in another answer: one that was renewed since, or that has other arguments. "
                    + "Begin with the first page.");
        }
    }

    // What is made of a version of a list is a version too.
    private static IReadOnlyList<T> Keep<T>(IEnumerable<T> items, T[] kept) =>
        items is IVersioned { Version: var version } ? new VersionedList<T>(kept, version) : kept;

    private static GraphQLException Refuse(string code, string message) =>
        new(ErrorBuilder.New().SetMessage(message).SetCode(code).Build());

    private static int Compare<T>(Comparison<T>[] keys, T one, T other)
    {
        foreach (var key in keys)
        {
            var result = key(one, other);
            if (result != 0)
            {
                return result;
            }
        }

        return 0;
    }
}
