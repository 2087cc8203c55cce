using Gateway.GraphQL;
using Gateway.GraphQL.Types;

namespace Conformance.Host.CodeFirst;

/// <summary>Whatever has a name.</summary>
[GraphQLName("Named")]
internal interface INamed
{
    [ID]
    string Id { get; }

    string? GetName(bool upper = false);
}

/// <summary>Whatever a spade may hit.</summary>
[UnionType("Find")]
internal interface IFind;

/// <summary>It grows.</summary>
internal sealed class Plant(Seed seed) : INamed, IFind
{
    [ID]
    public string Id => seed.Field("id").Required().Id;

    public PlantKind Kind => seed.Field("kind").Required().Enum<PlantKind>();

    public Plant? Parent => seed.Field("parent").Exists(out var parent) ? new Plant(parent) : null;

    public Bed Bed => new(seed.Field("bed").Required());

    public IReadOnlyList<IReadOnlyList<int>?> Grid => seed.Field("grid").Required().NullableItems(row => row.Items(cell => cell.Int));

    [GraphQLDeprecated("Use `kind`.")]
    public string? Old => seed.Field("old").Exists(out var old) ? old.String : null;

    public string? GetName(bool upper = false) => seed.Field("name", ("upper", upper)).Exists(out var name) ? name.String : null;

    public double? GetHeight(Unit unit = Unit.Metre, int? digits = null) =>
        seed.Field("height", ("unit", unit), ("digits", digits)).Exists(out var height) ? height.Float : null;

    public long? GetCells(long? least = null) => seed.Field("cells", ("least", least)).Exists(out var cells) ? cells.Long : null;

    public DateTimeOffset? GetPlanted(DateTimeOffset? after = null) =>
        seed.Field("planted", ("after", after)).Exists(out var planted) ? planted.Instant : null;

    public IReadOnlyList<Plant?>? GetNeighbours([DefaultValue(1)] int depth) =>
        seed.Field("neighbours", ("depth", depth)).Exists(out var neighbours) ? neighbours.NullableItems(plant => new Plant(plant)) : null;
}

/// <summary>Where plants grow.</summary>
internal sealed class Bed(Seed seed) : INamed, IFind
{
    [ID]
    public string Id => seed.Field("id").Required().Id;

    public bool Open => seed.Field("open").Required().Flag;

    public string? GetName(bool upper = false) => seed.Field("name", ("upper", upper)).Exists(out var name) ? name.String : null;

    public IReadOnlyList<Plant> GetPlants(PlantKind[]? kinds = null) =>
        seed.Field("plants", ("kinds", kinds)).Required().Items(plant => new Plant(plant));

    public IReadOnlyList<IReadOnlyList<Plant>> Rows => seed.Field("rows").Required().Items(row => row.Items(plant => new Plant(plant)));
}

/// <summary>Somebody left it here.</summary>
internal sealed class Spade(Seed seed) : IFind
{
    public int Length => seed.Field("length").Required().Int;

    [ID]
    public IReadOnlyList<string>? Marks => seed.Field("marks").Exists(out var marks) ? marks.Items(mark => mark.Id) : null;
}
