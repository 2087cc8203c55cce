namespace HotChocolate.CostAnalysis;

public sealed class CostOptions
{
    public double MaxFieldCost { get; set; }

    public double MaxTypeCost { get; set; }
}
