using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests;

/// <summary>The schema for all tests of the engine: a harbour, with every kind of type.</summary>
internal static class TestSchema
{
    public static Schema Harbour { get; } = SchemaBuilder.New().AddGeneratedTypes()
        .AddQueryType<Query>()
        .AddMutationType<Mutation>()
        .AddType<INode>()
        .AddType<Ship>()
        .AddType<Boat>()
        .AddType<Container>()
        .Create();

    public enum Kind
    {
        Sail,
        Steam,
        Motor,
    }

    [GraphQLName("Node")]
    public interface INode
    {
        [ID]
        string Id { get; }
    }

    [GraphQLName("Vessel")]
    public interface IVessel : INode
    {
        string? Name { get; }

        Kind Kind { get; }

        int? GetCrew(bool officers = false);

        IReadOnlyList<IVessel> GetFleet(int first = 3);
    }

    [UnionType("Cargo")]
    public interface ICargo;

    public sealed record Ship([property: ID] string Id, string? Name, Kind Kind, double Draught, Boat? Tender) : IVessel, ICargo
    {
        public int? GetCrew(bool officers = false) => officers ? 3 : 20;

        public IReadOnlyList<IVessel> GetFleet(int first = 3) => [];

        public string? GetFlag(string? lang = null, int? size = null) => lang;

        public string Length => "100 m";
    }

    public sealed record Boat([property: ID] string Id, string? Name, Kind Kind, Ship? Mother) : IVessel, ICargo
    {
        public int? GetCrew(bool officers = false) => 2;

        public IReadOnlyList<IVessel> GetFleet(int first = 3) => [];

        public string? GetFlag(string? lang = null, int? size = null) => lang;

        public int Length => 5;
    }

    public sealed record Container(int Number, double Weight) : ICargo;

    public sealed record Place(double Lat, [property: DefaultValue(0.5)] double Lon, string? Label);

    [OneOf]
    public sealed record Key([property: ID] string? Id, string? Name, Place? Near);

    public sealed record Filter(Kind[]? Kinds, int? MinCrew, Filter[]? And, Key? Key, [property: DefaultValue(7)] int Limit);

    public sealed class Query
    {
        public IVessel? GetVessel([ID] string id) => id == "1" ? new Ship("1", "Aurora", Kind.Steam, 5.5, null) : null;

        public Ship? GetShip(Key? by = null, Place? at = null) => null;

        public Boat? GetBoat() => null;

        public IReadOnlyList<IVessel> GetVessels(Filter? filter = null) => [];

        public IReadOnlyList<ICargo> GetCargo(int first = 3) => [];

        public ICargo? GetHold() => new Container(7, 1.5);

        public string Echo(
            int? whole = null,
            double? number = null,
            string? text = null,
            bool? flag = null,
            [ID] string? id = null,
            Kind? kind = null,
            int[]? list = null,
            int[][]? matrix = null,
            long? big = null,
            DateTimeOffset? since = null) => "echo";

        public int Berth(int depth) => depth;

        public int Quay([DefaultValue(4)] int depth) => depth;
    }

    public sealed class Mutation
    {
        public Ship? Launch(Place at, string name) => null;
    }
}
