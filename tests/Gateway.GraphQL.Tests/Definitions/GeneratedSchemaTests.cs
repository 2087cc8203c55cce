using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Types;
using Snapshooter.Xunit3;

namespace Gateway.GraphQL.Tests.Definitions;

public sealed class GeneratedSchemaTests
{
    [Fact]
    public void Nullability_and_lists_follow_the_compilers_annotations() => Snapshot.Match(SdlOf<Nullability>());

    [Fact]
    public void Methods_come_before_properties_and_own_members_before_inherited_ones() => SdlOf<Derived>().ShouldContain("""
        type Derived {
          ownMethod: Int!
          inheritedMethod: Int!
          own: Int!
          second: Int!
          inherited: Int!
        }
        """);

    [Fact]
    public void Defaults_come_from_parameters_and_from_constructors() => Snapshot.Match(SdlOf<Defaults>());

    [Fact]
    public void Interfaces_and_unions_come_from_what_types_derive_from() =>
        Snapshot.Match(SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Shapes>().AddType<Circle>().AddType<Square>().Create().ToString());

    [Fact]
    public void Documentation_and_attributes_describe_and_deprecate() => Snapshot.Match(SdlOf<Documented>());

    [Fact]
    public void OneOf_is_printed() => SdlOf<Picker>().ShouldContain("input PickInput @oneOf {\n  id: Int\n  name: String\n}");

    [Fact]
    public void Attributes_say_what_a_type_becomes()
    {
        var sdl = SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Garage>().AddType<Bike>().AddType<Order>().Create().ToString();
        sdl.ShouldContain("interface Vehicle {\n  wheels: Int!\n}");
        sdl.ShouldContain("type Bicycle implements Vehicle {\n  wheels: Int!\n}");
        sdl.ShouldContain("input OrderInput {\n  wheels: Int!\n}");
    }

    [Fact]
    public void Extensions_add_fields_to_the_type_that_they_name()
    {
        var sdl = SchemaBuilder.New().AddGeneratedTypes().AddQueryType().AddTypeExtension(typeof(StaticQueries)).AddTypeExtension<PlanetExtension>().Create().ToString();
        sdl.ShouldContain("type Query {\n  planet(name: String!): PlanetRecord!\n}");
        sdl.ShouldContain("  greeting: String!\n}");
    }

    [Fact]
    public void Only_leaf_types_in_use_are_there()
    {
        var schema = SchemaBuilder.New().AddGeneratedTypes().AddQueryType().AddTypeExtension(typeof(StaticQueries)).Create();
        schema.TryGetType("Long", out _).ShouldBeFalse();
        schema.TryGetType("Int", out _).ShouldBeFalse();
        schema.TryGetType("String", out _).ShouldBeTrue();
    }

    private static string SdlOf<[SchemaType] T>() => SchemaBuilder.New().AddGeneratedTypes().AddQueryType<T>().Create().ToString();

    public sealed class Garage
    {
        public Vehicle? Any => null;
    }

    [InterfaceType]
    public class Vehicle
    {
        public int Wheels => 2;
    }

    [ObjectType("Bicycle")]
    public sealed class Bike : Vehicle;

    [InputObjectType]
    public sealed record Order(int Wheels);

    public enum Step
    {
        FifteenMinutes,
        OneHour,
    }

    public class Base
    {
        public int Inherited => 1;

        public int InheritedMethod() => 2;
    }

    public sealed class Derived : Base
    {
        public int Own => 3;

        public int OwnMethod() => 4;

        public int Second => 5;
    }

    public sealed class Nullability
    {
        public string S => "";

        public string? SN => null;

        public int I => 1;

        public int? IN => 1;

        public List<string> LS => [];

        public List<string?> LSN => [];

        public List<string>? LNS => [];

        public List<string?>? LNSN => [];

        public IReadOnlyCollection<int?> RoCollIntN => [];

        public int[] Arr => [];

        public int[]? ArrMaybe => null;

        public List<List<int?>?>? Nested => null;

        public Task<string?> GetTask() => Task.FromResult<string?>(null);

        public ValueTask<IEnumerable<double>> GetValueTaskAsync() => new([]);

        [ID]
        public string Id => "";

        [ID]
        public string[]? Ids => null;

        public DateTimeOffset At => default;

        public long Big => 1;

        public static string NotStatic => "";

        [GraphQLIgnore]
        public string Ignored => "";

        public void Nothing()
        {
        }
    }

    public sealed record RangeInput(int Min, int Max = 100, Step Step = Step.OneHour)
    {
        public string? Note { get; init; }
    }

    public sealed class Defaults
    {
        public string F(
            int a = 5,
            string s = "x",
            string? n = null,
            bool b = true,
            double d = 1.5,
            Step e = Step.OneHour,
            Step z = default,
            Step? en = null,
            long l = 9007199254740993,
            [DefaultValueSyntax("[1, 2]")] int[] list = null!,
            [DefaultValueSyntax("{ min: 3 }")] RangeInput? range = null,
            DateTimeOffset at = default) => "";
    }

    public interface IShape
    {
        string Name { get; }
    }

    [UnionType("Anything")]
    public interface IAnything;

    public sealed class Circle : IShape, IAnything
    {
        public string Name => "circle";

        public double R => 1;
    }

    public sealed class Square : IShape, IAnything
    {
        public string Name => "square";
    }

    public sealed class Shapes
    {
        public IReadOnlyList<IShape> All => [];

        public IAnything? Any => null;
    }

    /// <summary>A documented type.</summary>
    public sealed class Documented
    {
        /// <summary>
        /// With <c>code</c> and a <see cref="Documented"/>.
        /// </summary>
        public string Summary => "";

        /// <summary>From the documentation.</summary>
        [GraphQLDescription("The attribute wins.")]
        public string Both => "";

        /// <summary>A method.</summary>
        /// <param name="first">The first.</param>
        /// <param name="second">The second.</param>
        public string WithParameters(int? first, int? second = null) => $"{first}{second}";

        [GraphQLDeprecated("Use both.")]
        public string Old => "";

        [Obsolete]
        public string Obsolete => "";

        public PlanetRecord Planet => new("");
    }

    /// <summary>A planet.</summary>
    /// <param name="Name">The parameter's text.</param>
    public sealed record PlanetRecord(string Name);

    [OneOf]
    public sealed record PickInput(int? Id, string? Name);

    public sealed class Picker
    {
        public string Pick(PickInput by) => by.ToString();
    }

    [QueryType]
    public static partial class StaticQueries
    {
        public static PlanetRecord GetPlanet(string name) => new(name);
    }

    [ExtendObjectType<PlanetRecord>]
    public sealed class PlanetExtension
    {
        public string Greeting([Parent] PlanetRecord planet) => $"hello {planet.Name}";
    }
}
