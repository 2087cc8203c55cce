using System.Text.Json;
using Gateway.GraphQL.CostAnalysis;
using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.CostAnalysis;

public sealed class CostTests
{
    private static readonly Schema Schema = SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Query>().AddType<Cheap>().AddType<Dear>().Create();

    [Theory]
    [InlineData("{ leaf }", 0, 1)]
    [InlineData("{ __typename }", 0, 1)]
    [InlineData("{ slow }", 10, 1)]
    [InlineData("{ item { id } }", 1, 2)]
    [InlineData("{ a: item { id } b: item { id } }", 2, 3)]
    [InlineData("{ item { id } item { id } }", 1, 2)]
    [InlineData("{ items { id } }", 1, 51)]
    [InlineData("{ sized { id } }", 1, 4)]
    [InlineData("{ sized { item { items { id } } } }", 7, 19)]
    [InlineData("{ a: sized { id } b: sized { id } }", 2, 7)]
    [InlineData("{ numbers }", 0.5, 1)]
    [InlineData("{ weighed }", 2.5, 1)]
    [InlineData("{ weighed(size: 1) }", 5.5, 1)]
    [InlineData("{ heavy { id } }", 1, 8)]
    [InlineData("{ any { name ... on Dear { item { id } } } }", 2, 5)]
    [InlineData("{ ...F @skip(if: true) leaf } fragment F on Query { slow }", 0, 1)]
    public async Task The_cost_is_that_of_resolvers_and_of_objects(string document, double field, double type)
    {
        var (json, outcome) = await RunAsync(document, mode: CostMode.Validate);
        outcome.ShouldBe(ExecutionOutcome.Executed);
        var cost = JsonDocument.Parse(json).RootElement;
        cost.TryGetProperty("data", out _).ShouldBeFalse();
        Cost(cost).ShouldBe((field, type));
    }

    [Fact]
    public async Task Variables_say_what_is_left_out()
    {
        const string Document = "query($skip: Boolean = false) { items { id } slow @skip(if: $skip) }";
        var executor = new RequestExecutor(Schema, Executing.WithAllSteps());
        Cost(await AskAsync("{}")).ShouldBe((11, 51));
        Cost(await AskAsync("""{"skip":true}""")).ShouldBe((1, 51));

        async Task<JsonElement> AskAsync(string variables) =>
            JsonDocument.Parse((await executor.RunAsync(Document, variables, mode: CostMode.Validate)).Json).RootElement;
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(9.9, false)]
    public async Task An_operation_may_cost_as_much_as_the_limit(double limit, bool runs)
    {
        var (json, outcome) = await RunAsync("{ slow }", options => options.MaxFieldCost = limit);
        outcome.ShouldBe(runs ? ExecutionOutcome.Executed : ExecutionOutcome.RequestError);
        if (!runs)
        {
            Executing.FirstError(json).GetProperty("extensions").GetRawText()
                .ShouldBe("""{"code":"HC0047","fieldCost":10,"maxFieldCost":9.9}""");
        }
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(7, false)]
    public async Task An_operation_may_ask_for_as_many_objects_as_the_limit(double limit, bool runs)
    {
        var (json, _) = await RunAsync("{ heavy { id } }", options => options.MaxTypeCost = limit);
        json.ShouldContain(runs ? "\"data\"" : "\"typeCost\":8,\"maxTypeCost\":7");
    }

    [Fact]
    public async Task A_report_comes_with_the_answer_and_with_the_refusal()
    {
        (await RunAsync("{ leaf }", mode: CostMode.Report)).Json
            .ShouldBe("""{"data":{"leaf":1},"extensions":{"operationCost":{"fieldCost":0,"typeCost":1}}}""");
        var refused = (await RunAsync("{ slow }", options => options.MaxFieldCost = 1, CostMode.Report)).Json;
        refused.ShouldStartWith("""{"errors":[{""");
        refused.ShouldEndWith(""","extensions":{"operationCost":{"fieldCost":10,"typeCost":1}}}""");
    }

    [Fact]
    public async Task Limits_are_not_enforced_where_that_is_off() =>
        (await RunAsync("{ slow }", options => (options.MaxFieldCost, options.EnforceCostLimits) = (1, false))).Outcome
            .ShouldBe(ExecutionOutcome.Executed);

    [Fact]
    public async Task What_takes_too_long_to_add_up_is_infinitely_dear()
    {
        var levels = 14;
        var document = $"{{ any {{ {string.Concat(Enumerable.Repeat("self { ", levels))} name {new string('}', levels)} }} }}";
        var cost = JsonDocument.Parse((await RunAsync(document, mode: CostMode.Validate)).Json).RootElement;
        cost.GetProperty("extensions").GetProperty("operationCost").GetProperty("fieldCost").GetString().ShouldBe("Infinity");
        (await RunAsync(document)).Json.ShouldContain("HC0047");
    }

    [Fact]
    public void The_schema_says_the_weights()
    {
        var text = Schema.ToString();
        text.ShouldContain("slow: Int! @cost(weight: \"10\")");
        text.ShouldContain("weighed(size: Int @cost(weight: \"3\")): Int! @cost(weight: \"2.5\")");
        text.ShouldContain("type Heavy @cost(weight: \"7\")");
        text.ShouldContain("directive @cost(");
        text.ShouldContain("sized: [Item!]! @listSize(assumedSize: 3)");
        text.ShouldContain("numbers: [Int!]! @listSize(assumedSize: 3) @cost(weight: \"0.5\")");
        text.ShouldContain("directive @listSize(");
    }

    [Fact]
    public void A_schema_without_weights_has_no_directives_for_them() =>
        SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Plain>().Create().ToString().ShouldNotContain("directive @");

    [Fact]
    public async Task Without_the_step_nothing_costs_anything()
    {
        var executor = new RequestExecutor(Schema, new ExecutorOptions());
        var (json, _) = await executor.RunAsync("{ leaf }", mode: CostMode.Report);
        json.ShouldStartWith("{\"data\":");
        json.ShouldNotContain("operationCost");
    }

    [Fact]
    public void Limits_are_above_zero()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new CostOptions { MaxFieldCost = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new CostOptions { MaxTypeCost = double.NaN });
        Should.Throw<ArgumentOutOfRangeException>(() => new CostOptions { DefaultListSize = -1 });
    }

    private static Task<(string Json, ExecutionOutcome Outcome)> RunAsync(
        string document, Action<CostOptions>? configure = null, CostMode mode = CostMode.Enforce)
    {
        var options = Executing.WithAllSteps();
        configure?.Invoke(options.Use<CostStep>().Options);
        return new RequestExecutor(Schema, options).RunAsync(document, mode: mode);
    }

    private static (double, double) Cost(JsonElement answer)
    {
        var cost = answer.GetProperty("extensions").GetProperty("operationCost");
        return (cost.GetProperty("fieldCost").GetDouble(), cost.GetProperty("typeCost").GetDouble());
    }

    public sealed class Query
    {
        public int Leaf => 1;

        public Task<int> GetSlowAsync() => Task.FromResult(1);

        public Item? Item => null;

        public IReadOnlyList<Item> Items => [];

        [ListSize(AssumedSize = 3)]
        public IReadOnlyList<Item> Sized => [];

        [ListSize(AssumedSize = 3)]
        [Cost(0.5)]
        public IReadOnlyList<int> Numbers => [];

        [Cost(2.5)]
        public int GetWeighed([Cost(3)] int? size = null) => 1;

        public Heavy? Heavy => null;

        public IAny? Any => null;
    }

    public sealed record Item(int Id)
    {
        [GraphQLName("item")]
        public Item? GetItem() => null;

        [ListSize(AssumedSize = 4)]
        public IReadOnlyList<Item> Items => [];
    }

    [Cost(7)]
    public sealed record Heavy(int Id);

    public interface IAny
    {
        string Name { get; }

        IAny? Self { get; }
    }

    public sealed record Cheap(string Name) : IAny
    {
        public IAny? Self => null;
    }

    [Cost(3)]
    public sealed record Dear(string Name, Item Item) : IAny
    {
        public IAny? Self => null;
    }

    public sealed class Plain
    {
        public int Leaf => 1;
    }
}
