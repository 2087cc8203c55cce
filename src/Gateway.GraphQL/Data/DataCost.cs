namespace Gateway.GraphQL.Data;

/// <summary>The weights of filters, orders and pages in an operation's cost: HotChocolate's.</summary>
internal static class DataCost
{
    /// <summary>An argument <c>where</c> or <c>order</c>.</summary>
    public const double Argument = 10;

    /// <summary>A comparison.</summary>
    public const double Operation = 10;

    /// <summary>A comparison that searches a text.</summary>
    public const double ExpensiveOperation = 20;

    /// <summary>A key of an order.</summary>
    public const double SortKey = 10;

    /// <summary>The number of all items.</summary>
    public const double TotalCount = 10;
}
