namespace Gateway.Sandbox.Spectrum;

internal enum ComparisonOperator
{
    Equal,
    NotEqual,
    Greater,
    Less,
    GreaterOrEqual,
    LessOrEqual,
}

/// <summary>One comparison of a dimension with a value; order is that of the characters.</summary>
internal sealed record Comparison(Dimension Dimension, ComparisonOperator Operator, string Value)
{
    public bool Matches(EventCell cell)
    {
        var order = string.CompareOrdinal(cell[Dimension], Value);
        return Operator switch
        {
            ComparisonOperator.Equal => order == 0,
            ComparisonOperator.NotEqual => order != 0,
            ComparisonOperator.Greater => order > 0,
            ComparisonOperator.Less => order < 0,
            ComparisonOperator.GreaterOrEqual => order >= 0,
            _ => order <= 0,
        };
    }
}

/// <summary>Alternatives of conjunctions: AND binds tighter than OR, and there are no parentheses.</summary>
internal sealed record Filter(string Text, IReadOnlyList<IReadOnlyList<Comparison>> AnyOf)
{
    public bool Matches(EventCell cell) => AnyOf.Any(all => all.All(comparison => comparison.Matches(cell)));
}
