namespace Gateway.GraphQL.CostAnalysis;

/// <summary>The cost of an operation: of its fields, and of the objects in its response.</summary>
internal readonly record struct OperationCost(double FieldCost, double TypeCost)
{
    public static readonly OperationCost Infinite = new(double.PositiveInfinity, double.PositiveInfinity);

    public static OperationCost operator +(OperationCost a, OperationCost b) => new(a.FieldCost + b.FieldCost, a.TypeCost + b.TypeCost);

    public static OperationCost operator *(OperationCost cost, double times) => new(cost.FieldCost * times, cost.TypeCost * times);

    public static OperationCost Max(OperationCost a, OperationCost b) =>
        new(Math.Max(a.FieldCost, b.FieldCost), Math.Max(a.TypeCost, b.TypeCost));

    public IError? Exceeds(CostOptions options) =>
        FieldCost > options.MaxFieldCost ? Refuse("field", "fieldCost", FieldCost, "maxFieldCost", options.MaxFieldCost)
            : TypeCost > options.MaxTypeCost ? Refuse("type", "typeCost", TypeCost, "maxTypeCost", options.MaxTypeCost)
            : null;

    public IReadOnlyDictionary<string, object?> ToExtension() =>
        new Dictionary<string, object?> { ["fieldCost"] = FieldCost, ["typeCost"] = TypeCost };

    private static Error Refuse(string what, string name, double cost, string limitName, double limit) =>
        new($"The maximum allowed {what} cost was exceeded.")
        {
            Code = ErrorCodes.TooCostly,
            Extensions = new Dictionary<string, object?> { [name] = cost, [limitName] = limit },
        };
}
