using System.Collections.Immutable;

namespace Gateway.Spectrum.Filters;

/// <summary>
/// A filter in normal form: an OR of ANDs. Operands are sorted and unique, so filters that differ only in order, repetitions, separators or
/// white space are equal.
/// </summary>
/// <param name="groups">The operands of OR; each is a list of operands of AND. Neither list is empty.</param>
internal sealed class FilterExpression(IEnumerable<IReadOnlyList<FilterComparison>> groups)
{
    /// <summary>The maximum number of comparisons in a filter. A typed filter is counted after its expansion.</summary>
    public const int MaxComparisons = 64;

    /// <summary>
    /// The maximum number of items in all lists of a typed filter. It is checked while the filter is read. If each list has at least two
    /// items, this many stand for more than <see cref="MaxComparisons"/>.
    /// </summary>
    public const int MaxBranches = 2 * MaxComparisons;

    private static readonly Comparer<ImmutableArray<FilterComparison>> GroupOrder =
        Comparer<ImmutableArray<FilterComparison>>.Create(static (x, y) => x.AsSpan().SequenceCompareTo(y.AsSpan()));

    public ImmutableArray<ImmutableArray<FilterComparison>> Groups { get; } =
        [.. new SortedSet<ImmutableArray<FilterComparison>>(groups.Select(Sort), GroupOrder)];

    /// <summary>The filter in Cloudflare's grammar.</summary>
    public override string ToString() => string.Join(" OR ", Groups.Select(group => string.Join(" AND ", group)));

    private static ImmutableArray<FilterComparison> Sort(IReadOnlyList<FilterComparison> group) =>
        [.. new SortedSet<FilterComparison>(group)];
}
