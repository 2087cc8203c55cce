using System.Buffers;
using System.Text;
using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.Execution;

/// <summary>
/// Errors with their paths, and the propagation of nulls (GraphQL September 2025, §6.4.4,
/// https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors).
/// </summary>
public sealed class ErrorTests
{
    private const string Masked = "Unexpected Execution Error";
    private static readonly Schema Schema = StarQuery.Schema;

    [Theory]
    [InlineData("{ throws hello }", """{"throws":null,"hello":"hello world"}""", "[\"throws\"]", Masked)]
    [InlineData("{ hello throwsHard }", "null", "[\"throwsHard\"]", Masked)]
    [InlineData("{ x: nullInNonNull }", "null", "[\"x\"]", "Cannot return null for non-nullable field.")]
    [InlineData("{ hello nonNullItems }", """{"hello":"hello world","nonNullItems":null}""", "[\"nonNullItems\",1]", "Cannot return null for non-nullable field.")]
    [InlineData("{ brokenPlanets { name broken } hello }", """{"brokenPlanets":null,"hello":"hello world"}""", "[\"brokenPlanets\",1,\"broken\"]", Masked)]
    [InlineData("{ breaksOff hello }", """{"breaksOff":null,"hello":"hello world"}""", "[\"breaksOff\"]", Masked)]
    [InlineData("{ breaksOffInside throws }", """{"breaksOffInside":null,"throws":null}""", "[\"breaksOffInside\"]", Masked)]
    [InlineData("{ notANumber }", "null", "[\"notANumber\"]", "The value can't be written as `Float`.")]
    [InlineData("{ stranger { __typename } }", "null", "[\"stranger\"]", "The value is none of the types of `IBody`.")]
    public async Task A_null_goes_to_the_nearest_place_that_may_be_null(string query, string data, string path, string message)
    {
        var json = await Schema.RunAsync(query);
        json.ShouldStartWith("{\"errors\":[");
        json.ShouldEndWith($$""","data":{{data}}}""");
        var error = Executing.FirstError(json);
        error.GetProperty("path").GetRawText().ShouldBe(path);
        error.GetProperty("message").GetString().ShouldBe(message);
        error.GetProperty("locations")[0].GetProperty("line").GetInt32().ShouldBe(1);
        json.ShouldNotContain("secret detail");
    }

    [Fact]
    public async Task A_resolvers_own_error_keeps_its_code_and_extensions() =>
        Executing.FirstError(await Schema.RunAsync("{ refuses }")).GetProperty("extensions").GetRawText().ShouldBe("""{"code":"LATER","after":3}""");

    [Fact]
    public void Values_of_extensions_are_written_as_what_they_are()
    {
        var extensions = new Dictionary<string, object?>
        {
            ["text"] = "a \"<é>\" \ud800",
            ["flags"] = new List<bool> { true, false },
            ["whole"] = new object[] { sbyte.MinValue, ushort.MaxValue, int.MinValue, long.MaxValue, ulong.MaxValue },
            ["real"] = new object[] { 0.1, 1e300, 2.5f, 1.50m },
            ["beyond"] = new object[] { double.NaN, double.PositiveInfinity, float.NegativeInfinity },
            ["nested"] = new Dictionary<string, object?> { ["none"] = null, ["empty"] = Array.Empty<string>() },
            ["other"] = new Uri("https://example.com/"),
        };
        var error = new Error("no") { Extensions = extensions, Path = ["a", 1] };
        using var output = new JsonOutput();

        ErrorWriter.Write([error], output);

        var json = new ArrayBufferWriter<byte>();
        output.CopyTo(json, 0);
        Encoding.UTF8.GetString(json.WrittenSpan).ShouldBe(
            """
            "errors":[{"message":"no","path":["a",1],"extensions":{"text":"a \"<é>\" \uFFFD","flags":[true,false],
            """
            + """
            "whole":[-128,65535,-2147483648,9223372036854775807,18446744073709551615],"real":[0.1,1E+300,2.5,1.50],
            """
            + """
            "beyond":["NaN","Infinity","-Infinity"],"nested":{"none":null,"empty":[]},"other":"https://example.com/"}}]
            """);
    }

    [Fact]
    public void The_extensions_of_an_error_hold_its_code()
    {
        var error = ErrorBuilder.New().SetMessage("not today").SetExtension("after", 3).SetCode("LATER").Build();
        error.Code.ShouldBe("LATER");
        error.Extensions.ShouldBe(new Dictionary<string, object?> { ["code"] = "LATER", ["after"] = 3 });
        ErrorBuilder.New().SetMessage("not today").Build().Extensions.ShouldBeNull();
    }

    [Theory]
    [InlineData("{")]
    [InlineData("# nothing")]
    [InlineData("{ hello( }")]
    [InlineData("\"")]
    public async Task A_document_that_cannot_be_parsed_has_the_code_of_hotchocolate(string document) =>
        Executing.FirstError(await Schema.RunAsync(document)).GetProperty("extensions").GetProperty("code").GetString().ShouldBe("HC0011");

    [Fact]
    public async Task Merged_fields_are_located_at_each_of_their_places() =>
        Executing.FirstError(await Schema.RunAsync("{ throws\n throws }")).GetProperty("locations").GetArrayLength().ShouldBe(2);

    [Fact]
    public async Task Details_of_exceptions_are_told_only_where_that_is_switched_on()
    {
        var options = new ExecutorOptions();
        options.Request.IncludeExceptionDetails = true;
        (await new RequestExecutor(Schema, options).RunAsync("{ throws }")).Json.ShouldContain("secret detail");
    }

    [Fact]
    public async Task A_reported_error_of_a_nullable_field_comes_alone()
    {
        var schema = SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Reporting>().Create();
        (await schema.RunAsync("{ soft later }")).ShouldBe(
            """{"errors":[{"message":"soft","locations":[{"line":1,"column":3}],"path":["soft"],"extensions":{"code":"S"}},{"message":"later","locations":[{"line":1,"column":8}],"path":["later"]}],"data":{"soft":null,"later":null}}""");
        (await schema.RunAsync("{ hard }")).ShouldBe(
            """{"errors":[{"message":"hard","locations":[{"line":1,"column":3}],"path":["hard"]}],"data":null}""");
        (await schema.RunAsync("{ beside }")).ShouldEndWith(""","data":{"beside":"a value"}}""");
    }

    public sealed class Reporting
    {
        public string? Soft(IResolverContext context) => Report(context, "soft", "S");

        public async Task<string?> LaterAsync(IResolverContext context)
        {
            await Task.Yield();
            return Report(context, "later");
        }

        public string Hard(IResolverContext context) => Report(context, "hard")!;

        public string Beside(IResolverContext context)
        {
            Report(context, "beside");
            return "a value";
        }

        private static string? Report(IResolverContext context, string message, string? code = null)
        {
            context.ReportError(ErrorBuilder.New().SetMessage(message).SetCode(code).Build());
            return null;
        }
    }
}
