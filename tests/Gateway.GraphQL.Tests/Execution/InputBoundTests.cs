using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.Execution;

/// <summary>Lists and variables beyond their bounds are refused before their values are read.</summary>
public sealed class InputBoundTests
{
    private static readonly Schema Schema = SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Query>().Create();

    [Theory]
    [InlineData("sum(of: [1, 2, 3])", "6")]
    [InlineData("sum(of: 7)", "7")]
    [InlineData("leaves(of: { any: [{ any: [] }, {}, {}] })", "3")]
    [InlineData("anything(of: [1, 2, 3, 4, 5])", "5")]
    public async Task Lists_within_their_bounds_are_accepted(string field, string expected) =>
        (await Schema.RunAsync($"{{ r: {field} }}")).ShouldBe($$$"""{"data":{"r":{{{expected}}}}}""");

    [Theory]
    [InlineData("sum(of: [1, 2, 3, 4])", "Argument `of` has 4 items; 3 are the most.")]
    [InlineData("leaves(of: { any: [{}, {}, {}, {}] })", "Argument `of.any` has 4 items; 3 are the most.")]
    [InlineData("leaves(of: { any: [{ any: [{}] }, { any: [{}] }] })", "Argument `of.any.1.any` has more than 3 items, together with the lists around it.")]
    public async Task A_longer_list_in_a_document_fails_its_own_field(string field, string message) =>
        Expect(await Schema.RunAsync($"{{ r: {field} other: sum(of: []) }}"), message);

    [Theory]
    [InlineData("$v: [Int!]", "sum(of: $v)", "[1,2,3,4]", "Argument `of` has 4 items; 3 are the most.")]
    // It is not read, so what is wrong in it does not stop the request.
    [InlineData("$v: [Int!]", "sum(of: $v)", "[\"a\",2,3,4,5,6]", "Argument `of` has 6 items; 3 are the most.")]
    [InlineData("$v: TreeInput", "leaves(of: $v)", "{\"any\":[{},{},{},{}]}", "Argument `of.any` has 4 items; 3 are the most.")]
    [InlineData("$v: [TreeInput!]", "leaves(of: { any: $v })", "[{},{},{},{}]", "Argument `of.any` has 4 items; 3 are the most.")]
    public async Task A_longer_list_in_a_variable_fails_its_own_field(string definition, string field, string value, string message) =>
        Expect(await Schema.RunAsync($"query({definition}) {{ r: {field} other: sum(of: []) }}", $$"""{"v":{{value}}}"""), message);

    [Fact]
    public async Task A_list_within_its_bound_in_a_variable_is_read() =>
        (await Schema.RunAsync("query($v: [Int!]) { sum(of: $v) }", """{"v":["a"]}""")).ShouldContain("HC0016");

    [Fact]
    public async Task Bounds_of_one_argument_are_not_those_of_the_next() =>
        (await Schema.RunAsync("{ both(a: [1, 2, 3], b: [1, 2, 3]) }")).ShouldBe("""{"data":{"both":6}}""");

    [Theory]
    [InlineData("query($v: [Long!]) { a: anything(of: $v) }", "[1,2,3,4,5,6,7,8,9]", true)]
    [InlineData("query($v: [Long!]) { a: anything(of: $v) }", "[1,2,3,4,5,6,7,8,9,10]", false)]
    [InlineData("query($v: [Long!]) { a: anything(of: $v) b: anything(of: $v) }", "[1,2,3,4]", true)]
    [InlineData("query($v: [Long!]) { a: anything(of: $v) b: anything(of: $v) }", "[1,2,3,4,5]", false)]
    [InlineData("query($v: [Long!]) { ...F } fragment F on Query { a: anything(of: $v) b: anything(of: $v) }", "[1,2,3,4,5]", false)]
    [InlineData("query($v: Long!) { a: anything(of: [$v, $v, $v, $v, $v, $v, $v, $v, $v, $v]) }", "1", true)]
    [InlineData("query($v: Long!) { a: anything(of: [$v, $v, $v, $v, $v, $v, $v, $v, $v, $v, $v]) }", "1", false)]
    [InlineData("query($v: TreeInput) { leaves(of: $v) }", "{\"any\":[{\"any\":[{\"any\":[{\"any\":[]}]}]}]}", true)]
    [InlineData("query($v: TreeInput) { leaves(of: $v) }", "{\"any\":[{\"any\":[{\"any\":[{\"any\":[{\"any\":[{}]}]}]}]}]}", false)]
    [InlineData("query($v: String) { text(of: $v) }", "\"144 bytes ......................................................................................................................................\"", true)]
    [InlineData("query($v: String) { text(of: $v) }", "\"160 bytes ......................................................................................................................................................\"", false)]
    [InlineData("query($v: [Long!], $d: [Long!] = [1, 2, 3, 4]) { a: anything(of: $v) b: anything(of: $d) c: anything(of: $d) }", "[]", false)]
    public async Task Values_of_variables_count_at_each_use(string document, string value, bool isAccepted)
    {
        var options = new ExecutorOptions();
        options.Request.MaxAllowedVariableValues = 10;
        var (json, outcome) = await new RequestExecutor(Schema, options).RunAsync(document, $$"""{"v":{{value}}}""");
        outcome.ShouldBe(isAccepted ? ExecutionOutcome.Executed : ExecutionOutcome.RequestError, json);
        if (!isAccepted)
        {
            json.ShouldContain("more than 10 values");
            json.ShouldContain("HC0012");
        }
    }

    private static void Expect(string json, string message)
    {
        json.ShouldEndWith("""
            "data":{"r":null,"other":0}}
            """);
        var error = Executing.FirstError(json);
        error.GetProperty("message").GetString().ShouldBe(message);
        error.GetProperty("extensions").GetRawText().ShouldBe("""{"code":"BAD_USER_INPUT","argument":"of"}""");
    }

    public sealed class Query
    {
        public int? Sum([MaxLength(3)] IReadOnlyList<int>? of) => of?.Sum();

        public int? Leaves(TreeInput? of) => of?.Any?.Count;

        public int? Anything(IReadOnlyList<long>? of) => of?.Count;

        public int? Text(string? of) => of?.Length;

        public int? Both([MaxLength(3)] IReadOnlyList<int> a, [MaxLength(3)] IReadOnlyList<int> b) => a.Count + b.Count;
    }

    public sealed record TreeInput
    {
        [MaxLength(3)]
        public IReadOnlyList<TreeInput>? Any { get; init; }
    }
}
