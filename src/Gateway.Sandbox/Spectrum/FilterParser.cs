using System.Text.RegularExpressions;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Spectrum;

/// <summary>
/// <c>filters</c>: comparisons joined by <c>;</c> or <c> AND </c>, groups of them joined by <c>,</c> or <c> OR </c>.
/// A value has no quoting, so it holds no separator, operator, space or percent sign.
/// </summary>
internal static partial class FilterParser
{
    [GeneratedRegex(@",|\s+OR\s+")]
    private static partial Regex Or();

    [GeneratedRegex(@";|\s+AND\s+")]
    private static partial Regex And();

    [GeneratedRegex(@"^([A-Za-z0-9_]+)(==|!=|>=|<=|>|<)([^\s,;=!<>%]+)\z")]
    private static partial Regex Comparison();

    private static readonly Vocabulary<ComparisonOperator> Operators = new("==", "!=", ">", "<", ">=", "<=");

    public static Filter? Parse(QueryParameters query)
    {
        if (query.Single("filters") is not { } text)
            return null;

        var anyOf = new List<IReadOnlyList<Comparison>>();
        foreach (var alternative in Or().Split(text))
        {
            var all = new List<Comparison>();
            foreach (var comparison in And().Split(alternative))
            {
                if (Read(comparison, query.Problems) is { } read)
                    all.Add(read);
            }

            anyOf.Add(all);
        }

        return new Filter(text, anyOf);
    }

    private static Comparison? Read(string text, List<string> problems)
    {
        if (Comparison().Match(text) is not { Success: true } match)
        {
            problems.Add($"filters: '{text}' is not a comparison");
            return null;
        }

        var name = match.Groups[1].Value;
        if (Terms.Dimensions.Find(name) is { } dimension)
            return new Comparison(dimension, Operators.Find(match.Groups[2].Value)!.Value, match.Groups[3].Value);

        problems.Add(Terms.Metrics.Find(name) is null
            ? $"filters: unknown dimension '{name}'"
            : $"filters: '{name}' is a metric, and only dimensions can be filtered");
        return null;
    }
}
