namespace Gateway.Spectrum.Filters;

/// <summary>The operator of a comparison. The names are those of the typed filter.</summary>
internal enum FilterOperator
{
    Eq,
    Neq,
    Gt,
    Gte,
    Lt,
    Lte,
}

internal static class FilterOperators
{
    /// <summary>The operator in Cloudflare's grammar.</summary>
    public static string Symbol(this FilterOperator @operator) => @operator switch
    {
        FilterOperator.Eq => "==",
        FilterOperator.Neq => "!=",
        FilterOperator.Gt => ">",
        FilterOperator.Gte => ">=",
        FilterOperator.Lt => "<",
        FilterOperator.Lte => "<=",
        _ => throw new ArgumentOutOfRangeException(nameof(@operator)),
    };
}
