using System.Globalization;
using System.Text;
using System.Text.Json;
using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.Execution;

/// <summary>Leaves with stored JSON are copied, and responses are the same as without it.</summary>
public sealed class LeafTextTests
{
    private static readonly Schema Typed = SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Query>().Create();

    private static readonly Schema Text = SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Query>()
        .WriteLeaf<Reading>("value", static (in Reading reading) => reading.Json)
        .WriteLeaf<Reading>("certain", static (in Reading reading) => reading.Index == 1 ? default : "\"c\""u8)
        .WriteLeaf<Reading>("at", static (in Reading reading) => reading.AtJson)
        .WriteLeaf<Sensor>("name", static (in Sensor sensor) => Encoding.UTF8.GetBytes($"\"{sensor.Name}\""))
        .WriteLeaves<IReadOnlyList<double?>>(static (in IReadOnlyList<double?> list) => (list as Values)?.Json)
        .Create();

    [Theory]
    [InlineData("{ sensor { name readings { at value } } }")]
    [InlineData("{ sensor { readings { value } } }")]
    [InlineData("{ sensor { readings { v: value at w: value ...F } } } fragment F on Reading { value later: at }")]
    [InlineData("{ sensor { readings { __typename value } readings { index } } }")]
    [InlineData("{ sensor { readings { at @skip(if: true) value @include(if: true) } } }")]
    [InlineData("{ sensor { readings { at @skip(if: true) } first { at value } } }")]
    [InlineData("{ sensor { values scaled(by: 2) plain name } }")]
    [InlineData("{ none { readings { value } values } sensor { noReadings { value } noValues noList } }")]
    [InlineData("{ sensor { readings { certain } } }")]
    [InlineData("{ sensor { readings { at certain } name } }")]
    [InlineData("{ sensor { firm { certain } } other: sensor { name } }")]
    [InlineData("{ sensor { softReadings { certain at } } }")]
    public async Task An_answer_is_the_same_as_without(string query)
    {
        var json = await Typed.RunAsync(query);
        (await Text.RunAsync(query)).ShouldBe(json);
    }

    [Fact]
    public async Task It_is_the_text_that_is_written()
    {
        var schema = SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Query>()
            .WriteLeaf<Reading>("value", static (in Reading reading) => reading.Index == 1 ? default : "\"text\""u8)
            .WriteLeaves<IReadOnlyList<double?>>(static (in IReadOnlyList<double?> list) => list is Values ? "[\"texts\"]"u8 : default)
            .Create();

        (await schema.RunAsync("{ sensor { readings { value } first { value } values scaled(by: 3) plain } }")).ShouldBe(
            """{"data":{"sensor":{"readings":[{"value":"text"},{"value":null},{"value":"text"}],"first":{"value":"text"},"values":["texts"],"scaled":["texts"],"plain":[1,null]}}}""");
    }

    [Fact]
    public async Task What_a_text_throws_is_an_error_of_its_field_alone()
    {
        var schema = SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Query>()
            .WriteLeaf<Reading>("value", static (in Reading reading) => reading.Index == 1 ? throw new InvalidOperationException("secret") : "5"u8)
            .Create();

        var json = await schema.RunAsync("{ sensor { readings { value } } }");

        json.ShouldEndWith(""","data":{"sensor":{"readings":[{"value":5},{"value":null},{"value":5}]}}}""");
        JsonDocument.Parse(json).RootElement.GetProperty("errors").GetArrayLength().ShouldBe(1);
        Executing.FirstError(json).GetProperty("path").GetRawText().ShouldBe("""["sensor","readings",1,"value"]""");
    }

    [Theory]
    [MemberData(nameof(Misfits))]
    public void A_text_that_fits_nothing_is_refused_at_start(string part, Action<SchemaBuilder> misfit)
    {
        var builder = SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Query>();
        misfit(builder);
        Should.Throw<SchemaException>(builder.Create).Message.ShouldContain(part);
    }

    public static TheoryData<string, Action<SchemaBuilder>> Misfits => new()
    {
        { "no object type", builder => builder.WriteLeaf<string>("length", static (in string _) => default) },
        { "no field `worth`", builder => builder.WriteLeaf<Reading>("worth", static (in Reading _) => default) },
        { "`Sensor.first`", builder => builder.WriteLeaf<Sensor>("first", static (in Sensor _) => default) },
        { "`Sensor.readings`", builder => builder.WriteLeaf<Sensor>("readings", static (in Sensor _) => default) },
        { "`Sensor.scale`", builder => builder.WriteLeaf<Sensor>("scale", static (in Sensor _) => default) },
        { "`Sensor.lateName`", builder => builder.WriteLeaf<Sensor>("lateName", static (in Sensor _) => default) },
    };

    public sealed class Query
    {
        public Sensor? None => null;

        public Sensor? Sensor => new("s");
    }

    public sealed record Sensor(string Name)
    {
        public Reading First => new(0);

        public IReadOnlyList<Reading> Readings => [new(0), new(1), new(2)];

        public IReadOnlyList<Reading> NoReadings => [];

        public IReadOnlyList<Reading>? Firm => Readings;

        public IReadOnlyList<Reading?> SoftReadings => [new(0), null, new(1)];

        public IReadOnlyList<double?> Values { get; } = new Values([1.5, null, -3e100]);

        public IReadOnlyList<double?> Plain { get; } = [1, null];

        public IReadOnlyList<double?> NoValues { get; } = new Values([]);

        public IReadOnlyList<double?>? NoList => null;

        public IReadOnlyList<double?> GetScaled(double by) => new Values([by, null]);

        public double GetScale(double by) => by;

        public Task<string> GetLateNameAsync() => Task.FromResult(Name);
    }

    /// <summary>The second one has no value.</summary>
    public readonly record struct Reading(int Index)
    {
        public DateTimeOffset At => new(2026, 1, 1, Index, 0, 0, TimeSpan.Zero);

        public double? Value => Index == 1 ? null : Index + 0.5;

        public string Certain => Index == 1 ? null! : "c";

        internal ReadOnlySpan<byte> Json => Index == 1 ? default : Encoding.UTF8.GetBytes(Value!.Value.ToString(CultureInfo.InvariantCulture));

        internal ReadOnlySpan<byte> AtJson => Encoding.UTF8.GetBytes($"\"2026-01-01T0{Index}:00:00Z\"");
    }

    private sealed class Values(double?[] values) : List<double?>(values)
    {
        public byte[] Json => Encoding.UTF8.GetBytes($"[{string.Join(',', this.Select(value => value?.ToString(CultureInfo.InvariantCulture) ?? "null"))}]");
    }
}
