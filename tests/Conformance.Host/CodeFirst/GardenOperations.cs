using Gateway.GraphQL.Types;

namespace Conformance.Host.CodeFirst;

internal sealed class Query
{
    public Plant? GetPlant(PlantKey? by = null, Spot? at = null) =>
        Seed.Root.Field("plant", ("by", by), ("at", at)).Exists(out var plant) ? new Plant(plant) : null;

    public IReadOnlyList<Plant>? GetPlants([DefaultValueSyntax("{ min: 1.5 }")] PlantFilter? filter, [ID] string[]? ids = null) =>
        Seed.Root.Field("plants", ("filter", filter), ("ids", ids)).Exists(out var plants) ? plants.Items(plant => new Plant(plant)) : null;

    public Bed? GetBed([ID] string id) => Seed.Root.Field("bed", ("id", id)).Exists(out var bed) ? new Bed(bed) : null;

    public INamed? GetNamed(string? prefix = null) => Seed.Root.Field("named", ("prefix", prefix)).Exists(out var named) ? Named(named) : null;

    public IReadOnlyList<IFind?>? GetFinds(int first = 3) =>
        Seed.Root.Field("finds", ("first", first)).Exists(out var finds) ? finds.NullableItems(Find) : null;

    public async Task<Plant?> GetLaterAsync(int after = 1)
    {
        await Task.Yield();
        return Seed.Root.Field("later", ("after", after)).Exists(out var plant) ? new Plant(plant) : null;
    }

    public string? Echo(
        int? whole = null,
        double? number = null,
        string? text = null,
        bool? flag = null,
        [ID] string? id = null,
        PlantKind? kind = null,
        long? big = null,
        DateTimeOffset? since = null,
        int?[]? list = null,
        int[][]? matrix = null,
        Spot? spot = null) =>
        Seed.Root.Field(
            "echo",
            ("whole", whole), ("number", number), ("text", text), ("flag", flag), ("id", id), ("kind", kind), ("big", big),
            ("since", since), ("list", list), ("matrix", matrix), ("spot", spot)).Exists(out var echo) ? echo.String : null;

    public int? Must() => Seed.Root.Field("must").Exists(out var must) ? must.Int : null;

    // Objects of an abstract type are of the possible type that the seed picks, by name.
    private static INamed Named(Seed seed) => seed.Pick<Func<Seed, INamed>>(at => new Bed(at), at => new Plant(at))(seed);

    private static IFind Find(Seed seed) => seed.Pick<Func<Seed, IFind>>(at => new Bed(at), at => new Plant(at), at => new Spade(at))(seed);
}

internal sealed class Mutation
{
    public async Task<Bed?> DigAsync(Spot at)
    {
        await Task.Yield();
        return Seed.Root.Field("dig", ("at", at)).Exists(out var bed) ? new Bed(bed) : null;
    }

    public Plant? Sow([ID] string[] ids, PlantKind kind = PlantKind.Herb) =>
        Seed.Root.Field("sow", ("ids", ids), ("kind", kind)).Exists(out var plant) ? new Plant(plant) : null;
}
