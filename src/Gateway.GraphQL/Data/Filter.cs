namespace Gateway.GraphQL.Data;

/// <summary>A condition on values of a C# type, which a filter input becomes.</summary>
/// <param name="Matches">Whether a value meets the condition. Null for no condition: <c>{}</c>.</param>
/// <param name="Operations">The number of its comparisons.</param>
/// <param name="ComparesNull">Whether the value itself is compared with null.</param>
internal sealed record Filter<T>(Func<T, bool>? Matches, int Operations, bool ComparesNull = false)
{
    /// <summary>The most comparisons of a filter, as in HotChocolate. All of them may be made for each item of a list.</summary>
    public const int MaxOperations = 64;

    /// <summary>
    /// The most items of the lists of a filter or order, together. HotChocolate has no bound; with one, a longer list need not be read.
    /// </summary>
    public const int MaxItems = 128;

    public static Filter<T> All(IReadOnlyList<Filter<T>> filters) => Join(filters, static conditions => value =>
    {
        foreach (var condition in conditions)
        {
            if (!condition(value))
            {
                return false;
            }
        }

        return true;
    });

    public static Filter<T> Any(IReadOnlyList<Filter<T>> filters) => Join(filters, static conditions => value =>
    {
        foreach (var condition in conditions)
        {
            if (condition(value))
            {
                return true;
            }
        }

        return false;
    });

    /// <summary>The condition of objects that have such a value.</summary>
    public Filter<TParent> Of<TParent>(Func<Func<T, bool>, Func<TParent, bool>> read) =>
        new(Matches is null ? null : read(Matches), Operations);

    // As in HotChocolate, what has no condition counts neither for nor against the others.
    private static Filter<T> Join(IReadOnlyList<Filter<T>> filters, Func<Func<T, bool>[], Func<T, bool>> join)
    {
        Func<T, bool>[] conditions = [.. filters.Select(static filter => filter.Matches).OfType<Func<T, bool>>()];
        return new Filter<T>(
            conditions.Length > 1 ? join(conditions) : conditions.FirstOrDefault(),
            filters.Sum(static filter => filter.Operations),
            filters.Any(static filter => filter.ComparesNull));
    }
}
