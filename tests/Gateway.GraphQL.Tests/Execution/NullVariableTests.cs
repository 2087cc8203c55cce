using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.Execution;

/// <summary>
/// A nullable variable with a default value is allowed in a non-null position, and may still be null at run time (GraphQL September 2025,
/// §5.8.5, https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed).
/// </summary>
public sealed class NullVariableTests
{
    private const string Null = """{"v":null}""";
    private static readonly Schema Schema = StarQuery.Schema;

    [Theory]
    [InlineData("query($v: Int = 1) { needs(n: $v) }", 31)]
    [InlineData("query($v: Int = 1) { echo(box: { x: $v }) }", 37)]
    [InlineData("query($v: Int = 1) { echo(box: { x: 1, inner: { x: $v } }) }", 52)]
    public async Task In_an_argument_it_is_an_error_of_the_field_at_the_place_of_the_variable(string document, int column)
    {
        var error = Executing.FirstError(await Schema.RunAsync(document, Null));
        error.GetProperty("message").GetString()!.ShouldContain("not null");
        error.GetProperty("locations").ToString().ShouldBe($$"""[{"line":1,"column":{{column}}}]""");
        error.GetProperty("path").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("query($v: Boolean = true) { hello @skip(if: $v) }", "`@skip`", 45)]
    [InlineData("mutation($v: Boolean = true) { ... @include(if: $v) { __typename } }", "`@include`", 49)]
    public async Task In_a_condition_of_a_root_field_it_leaves_no_data(string document, string directive, int column)
    {
        var json = await Schema.RunAsync(document, Null);
        json.ShouldEndWith("\"data\":null}");
        var error = Executing.FirstError(json);
        error.GetProperty("message").GetString().ShouldBe($"{directive} needs true or false: variable `$v` is null.");
        error.GetProperty("locations").ToString().ShouldBe($$"""[{"line":1,"column":{{column}}}]""");
        error.TryGetProperty("path", out _).ShouldBeFalse();
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("HC0018");
    }

    [Theory]
    [InlineData("{ hello planet @skip(if: true) @include(if: $v) { name } }")]
    [InlineData("{ hello planet @include(if: $v) @skip(if: true) { name } }")]
    [InlineData("{ hello ... @include(if: $v) @skip(if: true) { planet { name } } }")]
    [InlineData("{ hello ...F @include(if: $v) @skip(if: true) } fragment F on StarQuery { planet { name } }")]
    public async Task In_the_include_of_what_is_skipped_it_does_no_harm(string document) =>
        (await Schema.RunAsync($"query($v: Boolean = true) {document}", Null)).ShouldBe("""{"data":{"hello":"hello world"}}""");

    [Theory]
    [InlineData("{ hello @include(if: false) @skip(if: $v) }")]
    [InlineData("{ hello @skip(if: $v) @include(if: false) }")]
    [InlineData("{ hello @skip(if: false) @include(if: $v) }")]
    public async Task In_the_first_condition_that_decides_it_is_an_error(string document) =>
        Executing.FirstError(await Schema.RunAsync($"query($v: Boolean = true) {document}", Null))
            .GetProperty("message").GetString().ShouldEndWith("needs true or false: variable `$v` is null.");

    [Fact]
    public async Task In_a_condition_below_it_is_an_error_of_each_object_that_needs_it()
    {
        const string Document = "query($v: Boolean = true) { hello bodies { __typename ... on Comet { tail @skip(if: $v) } } planet { name @include(if: $v) } }";
        var json = await Schema.RunAsync(Document, Null);
        json.ShouldContain("""["bodies",2]""");
        json.ShouldContain("""["planet"]""");
        json.ShouldEndWith("\"data\":null}");
    }

    [Fact]
    public async Task A_list_keeps_the_items_that_do_not_need_it() =>
        (await Schema.RunAsync("query($v: Boolean = true) { bodies { __typename ... on Comet { tail @skip(if: $v) } } }", Null))
            .ShouldEndWith("""{"bodies":[{"__typename":"Planet"},null,null]}}""");

    [Fact]
    public async Task In_a_condition_that_is_never_reached_it_does_no_harm() =>
        (await Schema.RunAsync("query($v: Boolean = true) { hello ... @skip(if: true) { planet { name @skip(if: $v) } } }", Null))
            .ShouldBe("""{"data":{"hello":"hello world"}}""");

    [Fact]
    public async Task A_plan_for_null_is_none_for_false()
    {
        const string Document = "query($v: Boolean = true) { hello @skip(if: $v) }";
        var executor = new RequestExecutor(Schema, new ExecutorOptions());
        (await executor.RunAsync(Document, Null)).Json.ShouldContain("\"data\":null");
        (await executor.RunAsync(Document, """{"v":false}""")).Json.ShouldBe("""{"data":{"hello":"hello world"}}""");
        (await executor.RunAsync(Document)).Json.ShouldBe("""{"data":{}}""");
    }
}
