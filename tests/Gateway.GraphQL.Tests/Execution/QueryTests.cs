using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.Execution;

public sealed class QueryTests
{
    private static readonly Schema Schema = StarQuery.Schema;

    [Theory]
    [InlineData("{ hello }", """{"hello":"hello world"}""")]
    [InlineData("{ a: hello b: hello(name: \"x\") }", """{"a":"hello world","b":"hello x"}""")]
    [InlineData("{ planet { name } planet { twin { name } } }", """{"planet":{"name":"Mars","twin":{"name":"Mars'"}}}""")]
    [InlineData("{ planet { twin { name } } planet { twin { period name } } }", """{"planet":{"twin":{"name":"Mars'","period":1.5}}}""")]
    [InlineData("{ ...F planet { period } } fragment F on StarQuery { planet { name } hello }", """{"planet":{"name":"Mars","period":1.5},"hello":"hello world"}""")]
    [InlineData("{ ... { hello } ... on StarQuery { planet { name } } }", """{"hello":"hello world","planet":{"name":"Mars"}}""")]
    [InlineData("{ __typename planet { __typename t: __typename } }", """{"__typename":"StarQuery","planet":{"__typename":"Planet","t":"Planet"}}""")]
    [InlineData("{ bodies { __typename ... on Planet { name } ... on IOrbiter { period } } }", """{"bodies":[{"__typename":"Planet","name":"Venus","period":1.5},null,{"__typename":"Comet","period":76}]}""")]
    [InlineData("{ orbiter { period ... on Comet { tail } ... on Planet { name } } }", """{"orbiter":{"period":76,"tail":true}}""")]
    [InlineData("{ planet { slow twin { slow } } }", """{"planet":{"slow":"slow Mars","twin":{"slow":"slow Mars'"}}}""")]
    [InlineData("{ bodies { ... on Planet { slow } } }", """{"bodies":[{"slow":"slow Venus"},null,{}]}""")]
    [InlineData("{ hello @skip(if: true) planet { name @include(if: false) period } }", """{"planet":{"period":1.5}}""")]
    [InlineData("{ hello @skip(if: true) }", "{}")]
    [InlineData("{ nullableItems }", """{"nullableItems":["a",null,"c"]}""")]
    public async Task A_selection_gives_an_answer_of_its_own_shape(string query, string data) =>
        (await Schema.RunAsync(query)).ShouldBe($$"""{"data":{{data}}}""");

    [Fact]
    public async Task Conditions_may_change_from_request_to_request_of_one_document()
    {
        var executor = new RequestExecutor(Schema, new ExecutorOptions());
        const string Document = "query($a: Boolean!, $b: Boolean = true) { hello @include(if: $a) planet @skip(if: $a) { name @include(if: $b) period } }";
        (await executor.RunAsync(Document, """{"a":true}""")).Json.ShouldBe("""{"data":{"hello":"hello world"}}""");
        (await executor.RunAsync(Document, """{"a":false}""")).Json.ShouldBe("""{"data":{"planet":{"name":"Mars","period":1.5}}}""");
        (await executor.RunAsync(Document, """{"a":false,"b":false}""")).Json.ShouldBe("""{"data":{"planet":{"period":1.5}}}""");
        (await executor.RunAsync(Document, """{"a":true}""")).Json.ShouldBe("""{"data":{"hello":"hello world"}}""");
    }

    [Fact]
    public async Task A_fragment_is_left_out_only_where_its_own_spread_says_so() =>
        (await Schema.RunAsync("{ ...F @skip(if: true) ...F } fragment F on StarQuery { hello }")).ShouldBe("""{"data":{"hello":"hello world"}}""");

    [Fact(Timeout = 30_000)]
    public async Task A_fragment_counts_once_however_often_it_is_spread()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        (await Schema.RunAsync(Doubling(12)).WaitAsync(cancellationToken)).ShouldBe("""{"data":{"hello":"hello world"}}""");
        (await Schema.RunAsync(Doubling(50)).WaitAsync(cancellationToken)).ShouldContain("fields once its fragments are spread");

        static string Doubling(int levels) =>
            $"{{ ...F0 }} {string.Join(' ', Enumerable.Range(0, levels).Select(n => $"fragment F{n} on StarQuery {{ ...F{n + 1} ...F{n + 1} }}"))} fragment F{levels} on StarQuery {{ hello }}";
    }

    [Fact]
    public async Task Fragments_may_follow_each_other_for_a_while_and_no_further()
    {
        (await Schema.RunAsync(Chain(400))).ShouldBe("""{"data":{"hello":"hello world"}}""");
        (await Schema.RunAsync(Chain(9_000))).ShouldContain("nests deeper than 500 levels");

        static string Chain(int length) =>
            $"{{ ...F0 }} {string.Join(' ', Enumerable.Range(0, length).Select(n => $"fragment F{n} on StarQuery {{ ...F{n + 1} }}"))} fragment F{length} on StarQuery {{ hello }}";
    }

    [Theory]
    [InlineData(null, "B", """{"data":{"planet":{"name":"Mars"}}}""")]
    [InlineData(null, null, "operationName")]
    [InlineData(null, "C", "no operation named `C`")]
    public async Task One_of_several_operations_runs_by_its_name(string? variables, string? name, string expected) =>
        (await Schema.RunAsync("query A { hello } query B { planet { name } }", variables, name)).ShouldContain(expected);

    [Fact]
    public async Task Mutations_run_one_after_the_other() =>
        (await Schema.RunAsync("mutation { a: addSlowly(by: 1) b: add(by: 10) c: addSlowly(by: 100) d: add(by: 1000) }"))
            .ShouldBe("""{"data":{"a":1,"b":11,"c":111,"d":1111}}""");

    [Fact]
    public async Task By_get_only_queries_run()
    {
        var executor = new RequestExecutor(Schema, new ExecutorOptions());
        var (json, outcome) = await executor.RunAsync("mutation { add(by: 1) }", queriesOnly: true);
        outcome.ShouldBe(ExecutionOutcome.OperationNotAllowed);
        json.ShouldNotContain("\"data\"");
        (await executor.RunAsync("{ hello }", queriesOnly: true)).Outcome.ShouldBe(ExecutionOutcome.Executed);
    }

    [Fact]
    public async Task A_syntax_error_is_told_with_its_place()
    {
        var error = Executing.FirstError(await Schema.RunAsync("{ hello\n  ) }"));
        error.GetProperty("locations")[0].GetRawText().ShouldBe("""{"line":2,"column":3}""");
    }
}
