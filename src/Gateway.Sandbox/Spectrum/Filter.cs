using System.Text.RegularExpressions;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Spectrum;

/// <summary>One comparison of a dimension with a value, by ordinal order.</summary>
internal sealed record Comparison(string Dimension, string Operator, string Value)
{
    public bool Matches(EventCell cell)
    {
        var order = string.CompareOrdinal(cell[Dimension], Value);
        return Operator switch
        {
            "==" => order == 0,
            "!=" => order != 0,
            ">" => order > 0,
            "<" => order < 0,
            ">=" => order >= 0,
            _ => order <= 0,
        };
    }
}

/// <summary>
/// <c>filters</c>: comparisons joined by <c>;</c> or <c> AND </c>, groups of them joined by <c>,</c> or <c> OR </c>. AND has precedence
/// over OR, and there are no parentheses or quotes. So a value has no separator, operator, space or percent sign.
/// </summary>
internal sealed partial record Filter(string Text, Comparison[][] AnyOf)
{
    [GeneratedRegex(@",|\s+OR\s+")]
    private static partial Regex Or();

    [GeneratedRegex(@";|\s+AND\s+")]
    private static partial Regex And();

    [GeneratedRegex(@"^([A-Za-z0-9_]+)(==|!=|>=|<=|>|<)([^\s,;=!<>%]+)\z")]
    private static partial Regex Form();

    public static Filter? Read(QueryParameters query) => query.Single("filters") is not { } text
        ? null
        : new(text, [.. Or().Split(text).Select(all => And().Split(all).Select(one => ReadOne(one, query.Problems)).ToArray())]);

    public bool Matches(EventCell cell) => AnyOf.Any(all => all.All(comparison => comparison.Matches(cell)));

    private static Comparison ReadOne(string text, List<string> problems)
    {
        var match = Form().Match(text);
        var dimension = match.Groups[1].Value;
        if (!match.Success)
            problems.Add($"filters: '{text}' is not a comparison");
        else if (Terms.Metrics.Contains(dimension))
            problems.Add($"filters: '{dimension}' is a metric, and only dimensions can be filtered");
        else if (!Terms.Dimensions.Contains(dimension))
            problems.Add($"filters: unknown dimension '{dimension}'");
        else if (dimension == "ipVersion" && match.Groups[3].Value is not ("4" or "6"))
            problems.Add($"filters: '{text}' compares with none of the values of ipVersion; ipVersion is 4 or 6");
        return new(dimension, match.Groups[2].Value, match.Groups[3].Value);
    }
}
