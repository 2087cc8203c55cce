using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.Execution;

/// <summary>
/// Valid and invalid variables (GraphQL September 2025, §6.1.2, https://spec.graphql.org/September2025/#sec-Coercing-Variable-Values) and
/// arguments (§6.4.1).
/// </summary>
public sealed class InputTests
{
    private static readonly Schema Schema = StarQuery.Schema;

    [Theory]
    [InlineData("echo(i: 1, f: 2, s: \"x\", id: 5, e: ONE_DAY, b: true, list: [1, null, 3])", "1|2|x|5|OneDay|True|[1,null,3]|")]
    [InlineData("echo(f: 1e3, id: \"a\", list: 7)", "|1000||a|||[7]|")]
    [InlineData("echo(i: null, list: null)", "||||||-|")]
    [InlineData("echo(list: [])", "||||||[]|")]
    [InlineData("echo(box: { x: 1 })", "||||||-|BoxInput { X = 1, Y = 2, Inner =  }")]
    [InlineData("echo(box: { x: 1, y: null, inner: { x: 3, y: 4 } })", "||||||-|BoxInput { X = 1, Y = , Inner = BoxInput { X = 3, Y = 4, Inner =  } }")]
    [InlineData("needs(n: 1)", "1|7")]
    [InlineData("defaulted", "7")]
    [InlineData("defaulted(d: null)", "null")]
    [InlineData("hello(name: null)", "hello nobody")]
    [InlineData("pick(by: { id: 3 })", "PickInput { Id = 3, Name =  }")]
    [InlineData("instant(at: \"2026-01-31T09:00:00.25+01:30\")", "2026-01-31T09:00:00.2500000+01:30")]
    public async Task Literals_are_coerced(string field, string expected) =>
        (await Schema.RunAsync($"{{ r: {field} }}")).ShouldBe($$$"""{"data":{"r":"{{{expected}}}"}}""");

    [Theory]
    [InlineData("$v: Int", "echo(i: $v)", "{}", "||||||-|")]
    [InlineData("$v: Int", "echo(i: $v)", """{"v":3}""", "3||||||-|")]
    [InlineData("$v: ID", "echo(id: $v)", """{"v":100000000000000000000000}""", "|||100000000000000000000000|||-|")]
    [InlineData("$v: Int", "echo(i: $v)", """{"v":-0}""", "0||||||-|")]
    [InlineData("$v: Int = 4", "echo(i: $v)", "{}", "4||||||-|")]
    [InlineData("$v: Int = 4", "echo(i: $v)", """{"v":null}""", "||||||-|")]
    [InlineData("$v: Int", "defaulted(d: $v)", "{}", "7")]
    [InlineData("$v: Int", "defaulted(d: $v)", """{"v":null}""", "null")]
    [InlineData("$v: Int", "needs(n: 1, d: $v)", "{}", "1|7")]
    [InlineData("$v: [Int]", "echo(list: $v)", """{"v":5}""", "||||||[5]|")]
    [InlineData("$v: Int", "echo(list: [1, $v])", "{}", "||||||[1,null]|")]
    [InlineData("$v: Int", "echo(list: [1, $v])", """{"v":3}""", "||||||[1,3]|")]
    [InlineData("$v: Int", "echo(box: { x: 1, inner: { x: 2, y: $v } })", """{"v":3}""", "||||||-|BoxInput { X = 1, Y = 2, Inner = BoxInput { X = 2, Y = 3, Inner =  } }")]
    [InlineData("$v: Float", "echo(f: $v)", """{"v":2}""", "|2|||||-|")]
    [InlineData("$v: ID", "echo(id: $v)", """{"v":17}""", "|||17|||-|")]
    [InlineData("$v: Step", "echo(e: $v)", """{"v":"ONE_HOUR"}""", "||||OneHour||-|")]
    [InlineData("$v: BoxInput", "echo(box: $v)", """{"v":{"x":9}}""", "||||||-|BoxInput { X = 9, Y = 2, Inner =  }")]
    [InlineData("$v: Int", "echo(box: { x: 1, y: $v })", "{}", "||||||-|BoxInput { X = 1, Y = 2, Inner =  }")]
    [InlineData("$v: String!", "pick(by: { name: $v })", """{"v":"n"}""", "PickInput { Id = , Name = n }")]
    [InlineData("$v: PickInput!", "pick(by: $v)", """{"v":{"name":"n"}}""", "PickInput { Id = , Name = n }")]
    public async Task Variables_are_coerced(string definition, string field, string variables, string expected) =>
        (await Schema.RunAsync($"query({definition}) {{ r: {field} }}", variables)).ShouldBe($$$"""{"data":{"r":"{{{expected}}}"}}""");

    [Theory]
    [InlineData("$v: Int!", "needs(n: $v)", "{}", "Variable `$v` is required.")]
    [InlineData("$v: Int!", "needs(n: $v)", """{"v":null}""", "not null")]
    [InlineData("$v: Int", "echo(i: $v)", """{"v":1.5}""", "expects a whole number")]
    [InlineData("$v: Int", "echo(i: $v)", """{"v":"1"}""", "not \"1\"")]
    [InlineData("$v: Int", "echo(i: $v)", """{"v":2147483648}""", "expects a whole number")]
    [InlineData("$v: Float", "echo(f: $v)", """{"v":1e400}""", "expects a finite number")]
    [InlineData("$v: String", "echo(s: $v)", """{"v":1}""", "expects a string")]
    [InlineData("$v: Boolean", "echo(b: $v)", """{"v":"true"}""", "expects true or false")]
    [InlineData("$v: ID", "echo(id: $v)", """{"v":1.5}""", "a string or a whole number")]
    [InlineData("$v: ID", "echo(id: $v)", """{"v":1.0}""", "a string or a whole number (`ID`), not 1.0.")]
    [InlineData("$v: ID", "echo(id: $v)", """{"v":1e21}""", "a string or a whole number (`ID`), not 1e21.")]
    [InlineData("$v: Int", "echo(i: $v)", """{"v":1.0}""", "expects a whole number between -2147483648 and 2147483647 (`Int`), not 1.0.")]
    [InlineData("$v: Int", "echo(i: $v)", """{"v":1e2}""", "expects a whole number between -2147483648 and 2147483647 (`Int`), not 1e2.")]
    [InlineData("$v: Int", "echo(i: $v)", """{"v":1e21}""", "expects a whole number between -2147483648 and 2147483647 (`Int`), not 1e21.")]
    [InlineData("$v: Long!", "long(v: $v)", """{"v":1.0}""", "expects a whole number between -9223372036854775808 and 9223372036854775807 (`Long`), not 1.0.")]
    [InlineData("$v: Step", "echo(e: $v)", """{"v":"ONE_YEAR"}""", "a value of the enum `Step`")]
    [InlineData("$v: [Int!]", "echo(list: $v)", """{"v":[1,null]}""", "at `1`")]
    [InlineData("$v: BoxInput", "echo(box: $v)", """{"v":{}}""", "at `x`, is required")]
    [InlineData("$v: BoxInput", "echo(box: $v)", """{"v":{"x":1,"q":2}}""", "has no field `q`")]
    [InlineData("$v: BoxInput", "echo(box: $v)", """{"v":{"x":1,"inner":{"x":"s"}}}""", "at `inner.x`")]
    [InlineData("$v: BoxInput", "echo(box: $v)", """{"v":7}""", "expects an input object")]
    [InlineData("$v: PickInput!", "pick(by: $v)", """{"v":{"id":1,"name":"n"}}""", "exactly one field")]
    [InlineData("$v: PickInput!", "pick(by: $v)", """{"v":{"id":null}}""", "exactly one field")]
    [InlineData("$v: PickInput!", "pick(by: $v)", """{"v":{}}""", "exactly one field")]
    [InlineData("$v: Int", "echo(i: $v)", """{"v":1,"v":2}""", "can't be read")]
    [InlineData("$v: Int", "echo(i: $v)", "{", "can't be read")]
    [InlineData("$v: String", "echo(s: $v)", """{"v":"\ud83d"}""", "half of a surrogate pair")]
    [InlineData("$v: ID", "echo(id: $v)", """{"v":"\ude00\ud83d"}""", "half of a surrogate pair")]
    [InlineData("$v: Step", "echo(e: $v)", """{"v":"\ud83d"}""", "half of a surrogate pair")]
    [InlineData("$v: DateTime!", "instant(at: $v)", """{"v":"2026-01-31T09:00:00\ud83d"}""", "half of a surrogate pair")]
    [InlineData("$v: BoxInput", "echo(box: $v)", """{"v":{"\ud83d":1}}""", "half of a surrogate pair")]
    [InlineData("$v: Int", "echo(i: $v)", """{"\ud83d":1}""", "half of a surrogate pair")]
    [InlineData("$v: Int", "echo(i: $v)", """{"other":{"deep":["\ud83d"]}}""", "half of a surrogate pair")]
    public async Task A_variable_that_does_not_fit_stops_the_request(string definition, string field, string variables, string message)
    {
        var (json, outcome) = await new RequestExecutor(Schema, new ExecutorOptions()).RunAsync($"query({definition}) {{ r: {field} }}", variables);
        outcome.ShouldBe(ExecutionOutcome.RequestError);
        json.ShouldNotContain("\"data\"");
        Executing.FirstError(json).GetProperty("message").GetString()!.ShouldContain(message);
    }

    [Theory]
    [InlineData("$v: Int!", "needs(n: $v)", "{}", "HC0018")]
    [InlineData("$v: Int!", "needs(n: $v)", """{"v":null}""", "HC0018")]
    [InlineData("$v: [Int!]", "echo(list: $v)", """{"v":[1,null]}""", "HC0018")]
    [InlineData("$v: BoxInput", "echo(box: $v)", """{"v":{"x":null}}""", "HC0018")]
    [InlineData("$v: BoxInput", "echo(box: $v)", """{"v":{"x":1,"inner":{"x":null}}}""", "HC0018")]
    [InlineData("$v: BoxInput", "echo(box: $v)", """{"v":{"x":1,"inner":{"x":"s"}}}""", "HC0016")]
    [InlineData("$v: Int!", "needs(n: $v)", """{"v":"1"}""", "HC0016")]
    public async Task A_null_that_may_not_be_one_has_a_code_of_its_own(string definition, string field, string variables, string code) =>
        Executing.FirstError(await Schema.RunAsync($"query({definition}) {{ r: {field} }}", variables))
            .GetProperty("extensions").GetProperty("code").GetString().ShouldBe(code);

    [Fact]
    public async Task A_null_variable_in_a_place_that_has_only_a_default_is_the_fields_error()
    {
        var json = await Schema.RunAsync("query($v: Int = 3) { r: needs(n: 1, d: $v) }", """{"v":null}""");
        Executing.FirstError(json).GetProperty("path").GetRawText().ShouldBe("[\"r\"]");
        json.ShouldEndWith("\"data\":null}");
    }

    [Theory]
    [InlineData("2026-01-31T09:00:00Z", "2026-01-31T09:00:00Z")]
    [InlineData("2026-01-31t09:00:00z", "2026-01-31T09:00:00Z")]
    [InlineData("2026-01-31T09:00:00.1200Z", "2026-01-31T09:00:00.12Z")]
    [InlineData("2026-01-31T09:00:00.1234567+00:00", "2026-01-31T09:00:00.1234567Z")]
    [InlineData("2026-01-31T09:00:00.123456789Z", "2026-01-31T09:00:00.1234567Z")]
    [InlineData("2026-01-31T09:00:00.999999999-00:00", "2026-01-31T09:00:00.9999999Z")]
    [InlineData("2026-01-31T09:00:00+15:00", "2026-01-30T18:00:00Z")]
    [InlineData("2026-01-31T09:00:00.5+23:59", "2026-01-30T09:01:00.5Z")]
    [InlineData("2026-01-31T09:00:00.5-23:59", "2026-02-01T08:59:00.5Z")]
    [InlineData("0001-01-01T23:59:00+23:59", "0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T00:00:59.9999999-23:59", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("2026-01-31T09:00:00-05:00", "2026-01-31T14:00:00Z")]
    public async Task Instants_are_answered_in_utc_with_the_digits_that_they_have(string given, string answered) =>
        (await Schema.RunAsync("query($at: DateTime!) { echoed(at: $at) }", $$"""{"at":"{{given}}"}""")).ShouldContain($"\"{answered}\"");

    [Theory]
    [InlineData("2026-01-31T09:00:00")]
    [InlineData("2026-01-31")]
    [InlineData("2026-01-31T09:00Z")]
    [InlineData("2026-02-30T09:00:00Z")]
    [InlineData("2026-01-31T09:00:00.Z")]
    [InlineData("2026-01-31T09:00:00.1234567890Z")]
    [InlineData("2026-01-31T09:00:00,5Z")]
    [InlineData("2026-01-31T09:00:00.5xZ")]
    [InlineData("2026-01-31T09:00:60Z")]
    [InlineData("2016-12-31T23:59:60Z")]
    [InlineData("2026-01-31T09:60:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("0001-01-01T23:58:59+23:59")]
    [InlineData("9999-12-31T00:01:00-23:59")]
    [InlineData("2026-01-31 09:00:00Z")]
    [InlineData("2026-01-31T24:00:00Z")]
    [InlineData("2026-01-31T24:00:00.0Z")]
    [InlineData("2026-01-31T09:00:00+24:00")]
    [InlineData("2026-01-31T09:00:00-24:00")]
    [InlineData("2026-01-31T09:00:00+00:60")]
    [InlineData("2026-01-31T09:00:00+ 1:00")]
    [InlineData("2026-01-31T09:00:00ZZ")]
    [InlineData("2026-01-31T09:00:00+0000")]
    [InlineData("2026-01-31T09:00:00+00")]
    [InlineData("2026-01-31T09:00:00+1:00")]
    [InlineData("2026-01-31T09:00:00Zx")]
    [InlineData("")]
    public async Task What_is_no_instant_of_rfc_3339_is_refused(string given) =>
        (await Schema.RunAsync("query($at: DateTime!) { echoed(at: $at) }", $$"""{"at":"{{given}}"}""")).ShouldContain("RFC 3339");
}
