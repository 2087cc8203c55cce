using System.Collections.Immutable;
using System.Text;
using Gateway.Upstream;

namespace Gateway.Spectrum.Filters;

/// <summary>
/// A filter in normal form: an or of ands, the operands of both sorted and without repetition, so that filters that
/// differ only in order, repetition, spelling of separators or white space are equal.
/// </summary>
internal sealed class FilterExpression
{
    /// <summary>How many comparisons a filter may have, as it is written or, for a typed one, once it is multiplied out.</summary>
    public const int MaxComparisons = 64;

    private FilterExpression(ImmutableArray<ImmutableArray<FilterComparison>> groups) => Groups = groups;

    /// <summary>The operands of OR; each is a list of operands of AND. Neither list is empty.</summary>
    public ImmutableArray<ImmutableArray<FilterComparison>> Groups { get; }

    public static FilterExpression Create(IReadOnlyList<IReadOnlyList<FilterComparison>> groups)
    {
        var distinct = new SortedSet<ImmutableArray<FilterComparison>>(GroupOrder.Instance);
        foreach (var group in groups)
        {
            distinct.Add([.. new SortedSet<FilterComparison>(group)]);
        }

        return new FilterExpression([.. distinct]);
    }

    /// <summary>Appends the filter as a value of a URL's query.</summary>
    public void AppendEncoded(StringBuilder url)
    {
        for (var i = 0; i < Groups.Length; i++)
        {
            url.Append(i == 0 ? "" : "%20OR%20");
            for (var j = 0; j < Groups[i].Length; j++)
            {
                var comparison = Groups[i][j];
                url.Append(j == 0 ? "" : "%20AND%20")
                    .Append(comparison.Dimension.Wire()).Append(comparison.Operator.Encoded()).Append(comparison.Value);
            }
        }
    }

    /// <summary>The filter in Cloudflare's grammar.</summary>
    public override string ToString() => string.Join(" OR ", Groups.Select(group => string.Join(" AND ", group)));

    private sealed class GroupOrder : IComparer<ImmutableArray<FilterComparison>>
    {
        public static readonly GroupOrder Instance = new();

        public int Compare(ImmutableArray<FilterComparison> x, ImmutableArray<FilterComparison> y) =>
            x.AsSpan().SequenceCompareTo(y.AsSpan());
    }
}
