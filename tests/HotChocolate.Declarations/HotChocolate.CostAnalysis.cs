namespace HotChocolate.CostAnalysis;

public sealed class CostOptions
{
    public double MaxFieldCost { get; set; }

    public double MaxTypeCost { get; set; }

    public FilterCostOptions Filtering { get; } = new();

    public SortCostOptions Sorting { get; } = new();
}

public sealed class FilterCostOptions
{
    public double? DefaultFilterArgumentCost { get; set; }

    public double? DefaultFilterOperationCost { get; set; }

    public double? DefaultExpensiveFilterOperationCost { get; set; }
}

public sealed class SortCostOptions
{
    public double? DefaultSortArgumentCost { get; set; }

    public double? DefaultSortOperationCost { get; set; }
}
