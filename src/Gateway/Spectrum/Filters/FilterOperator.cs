namespace Gateway.Spectrum.Filters;

/// <summary>A comparison's operator.</summary>
internal enum FilterOperator
{
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

internal static class FilterOperators
{
    public static string Text(this FilterOperator value) => value switch
    {
        FilterOperator.Equal => "==",
        FilterOperator.NotEqual => "!=",
        FilterOperator.Greater => ">",
        FilterOperator.GreaterOrEqual => ">=",
        FilterOperator.Less => "<",
        FilterOperator.LessOrEqual => "<=",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>The forms that Cloudflare documents for a URL.</summary>
    public static string Encoded(this FilterOperator value) => value switch
    {
        FilterOperator.Equal => "%3D%3D",
        FilterOperator.NotEqual => "!%3D",
        FilterOperator.Greater => "%3E",
        FilterOperator.GreaterOrEqual => "%3E%3D",
        FilterOperator.Less => "%3C",
        FilterOperator.LessOrEqual => "%3C%3D",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
