using Gateway.Upstream;

namespace Gateway.Spectrum.Filters;

/// <summary>
/// A filter while it is multiplied out: <c>a AND (b OR c)</c> is <c>a AND b OR a AND c</c>, since the grammar has no parentheses.
/// The size of a result is computed before it is built, so that no input costs more than the limit allows.
/// </summary>
internal sealed class OrOfAnds
{
    /// <summary>The empty AND: neutral in <see cref="And"/>.</summary>
    public static readonly OrOfAnds True = new([[]], 0);

    /// <summary>The empty OR: neutral in <see cref="Or"/>.</summary>
    public static readonly OrOfAnds False = new([], 0);

    private static readonly Failure TooLarge = Failure.BadInput(
        "where",
        $"`where` has more than {FilterExpression.MaxComparisons} comparisons once it is multiplied out to an OR of ANDs, "
        + "which is all that Cloudflare's grammar can say.");

    private readonly int _comparisons;

    private OrOfAnds(IReadOnlyList<IReadOnlyList<FilterComparison>> groups, int comparisons) =>
        (Groups, _comparisons) = (groups, comparisons);

    public IReadOnlyList<IReadOnlyList<FilterComparison>> Groups { get; }

    /// <summary>Whether there is nothing in it yet.</summary>
    public bool IsEmpty => _comparisons == 0;

    public static OrOfAnds Of(FilterComparison comparison) => new([[comparison]], 1);

    public Result<OrOfAnds> Or(OrOfAnds other)
    {
        var comparisons = _comparisons + other._comparisons;
        return comparisons > FilterExpression.MaxComparisons ? TooLarge : new OrOfAnds([.. Groups, .. other.Groups], comparisons);
    }

    public Result<OrOfAnds> And(OrOfAnds other)
    {
        var comparisons = (_comparisons * other.Groups.Count) + (other._comparisons * Groups.Count);
        if (comparisons > FilterExpression.MaxComparisons)
        {
            return TooLarge;
        }

        var product = new List<IReadOnlyList<FilterComparison>>(Groups.Count * other.Groups.Count);
        foreach (var left in Groups)
        {
            foreach (var right in other.Groups)
            {
                product.Add([.. left, .. right]);
            }
        }

        return new OrOfAnds(product, comparisons);
    }
}
