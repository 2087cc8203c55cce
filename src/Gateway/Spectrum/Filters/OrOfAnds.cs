using Gateway.Upstream;
using Groups = System.Collections.Generic.IReadOnlyList<Gateway.Spectrum.Filters.FilterComparison[]>;

namespace Gateway.Spectrum.Filters;

/// <summary>
/// A filter during its expansion: <c>a AND (b OR c)</c> becomes <c>a AND b OR a AND c</c>, because the grammar has no parentheses. The size
/// of a result is computed before it is built, which bounds the work.
/// </summary>
/// <param name="Groups">The operands of OR; each is a list of operands of AND.</param>
/// <param name="Comparisons">The number of comparisons in all groups.</param>
internal sealed record OrOfAnds(Groups Groups, int Comparisons)
{
    public static OrOfAnds Of(FilterComparison comparison) => new([[comparison]], 1);

    /// <summary>Combines operands by AND. The first invalid operand is the result.</summary>
    public static Result<OrOfAnds> All(IEnumerable<Result<OrOfAnds>> operands, string ifEmpty) =>
        Join(
            operands,
            new([[]], 0),
            ifEmpty,
            static (left, right) => (left.Comparisons * right.Groups.Count) + (right.Comparisons * left.Groups.Count),
            static (left, right) => [.. from one in left from other in right select (FilterComparison[])[.. one, .. other]]);

    /// <summary>Combines operands by OR.</summary>
    public static Result<OrOfAnds> Any(IEnumerable<Result<OrOfAnds>> operands, string ifEmpty) =>
        Join(
            operands,
            new([], 0),
            ifEmpty,
            static (left, right) => left.Comparisons + right.Comparisons,
            static (left, right) => [.. left, .. right]);

    private static Result<OrOfAnds> Join(
        IEnumerable<Result<OrOfAnds>> operands,
        OrOfAnds neutral,
        string ifEmpty,
        Func<OrOfAnds, OrOfAnds, int> count,
        Func<Groups, Groups, Groups> join)
    {
        var joined = neutral;
        foreach (var result in operands)
        {
            if (!result.IsSuccess(out var operand, out var failure))
            {
                return failure;
            }

            var comparisons = count(joined, operand);
            if (comparisons > FilterExpression.MaxComparisons)
            {
                return Failure.BadInput(
                    "where",
                    $"`where` has more than {FilterExpression.MaxComparisons} comparisons once it is multiplied out to an OR of ANDs, "
                    + "which is all that Cloudflare's grammar can say.");
            }

            joined = new OrOfAnds(join(joined.Groups, operand.Groups), comparisons);
        }

        return joined.Comparisons == 0 ? Failure.BadInput("where", ifEmpty) : joined;
    }
}
