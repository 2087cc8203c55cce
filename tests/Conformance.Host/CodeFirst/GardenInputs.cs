using Gateway.GraphQL.Types;

namespace Conformance.Host.CodeFirst;

/// <summary>How high a plant may be, and more.</summary>
internal sealed record PlantFilter(
    double? Min,
    [property: DefaultValue(10.5)] double Max,
    [property: DefaultValueSyntax("[TREE, HERB]")] PlantKind[]? Kinds,
    long? Cells,
    DateTimeOffset? Since,
    PlantKey? By,
    PlantFilter[]? And,
    PlantFilter? Not,
    [property: DefaultValue("a\"b\né")] string? Text);

/// <summary>What a plant is found by.</summary>
[OneOf]
internal sealed record PlantKey([property: ID] string? Id, string? Name, Spot? At, [property: ID] string[]? Ids);

/// <summary>A place in the garden.</summary>
internal sealed record Spot(double X, [property: DefaultValue(0.5)] double Y, string? Label);

internal enum PlantKind
{
    Tree,
    Herb,
    Moss,
}

internal enum Unit
{
    Metre,
    Inch,
}
