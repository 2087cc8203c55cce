using System.Text;
using Gateway.Cloudflare;
using Gateway.Cloudflare.Json;

namespace Gateway.Tests.Cloudflare.Json;

public sealed class EnvelopeSinkTests
{
    private static readonly string[] Parts =
    [
        "\"success\":true",
        "\"result\":{\"text\":\"hello\"}",
        "\"errors\":[{\"code\":1,\"message\":\"m\",\"message\":\"n\"}]",
        "\"messages\":[\"plain\",{\"error_chain\":[{\"message\":\"link\"}],\"message\":\"said\"}]",
        "\"result_info\":{\"page\":[1]}",
    ];

    [Fact]
    public void Its_parts_may_come_in_any_order_and_in_any_pieces()
    {
        foreach (var order in Orders(Parts))
        {
            var json = "{" + string.Join(',', order) + "}";
            foreach (var size in Feeding.Sizes)
            {
                var answer = new AnswerReader();
                var envelope = Read(json, answer, size);

                (envelope.IsEnvelope, envelope.IsSuccess, envelope.HasResult).ShouldBe((true, true, true), json);
                answer.Build().ShouldBe(new Answer("hello"));
                envelope.Errors.ShouldBe([new(1, "n", null, null)]);
                envelope.Messages.ShouldBe([new(null, "plain", null, null), new(null, "said", null, null), new(null, "link", null, null)]);
            }
        }
    }

    [Theory]
    [InlineData("""{"error":"e"}""", "e")]
    [InlineData("""{"errors":[],"error":{"message":"e"}}""", "e")]
    [InlineData("""{"error":"e","errors":["m"]}""", "m")]
    [InlineData("""{"errors":null,"error":null}""", "")]
    public void Errors_go_before_the_error(string json, string expected) =>
        string.Join('|', Read(json, new AnswerReader()).Errors.Select(error => error.Message)).ShouldBe(expected);

    [Fact]
    public void No_more_than_32_errors_are_kept_however_they_nest()
    {
        var many = string.Join(',', Enumerable.Repeat("""{"message":"m","error_chain":[{"message":"c","error_chain":["d"]}]}""", 5000));
        var errors = Read($$"""{"errors":[{{many}}]}""", new AnswerReader()).Errors;
        errors.Length.ShouldBe(32);
        errors.Take(4).Select(error => error.Message).ShouldBe(["m", "c", "d", "m"]);
    }

    private static EnvelopeSink Read(string json, AnswerReader answer, int size = int.MaxValue)
    {
        var envelope = new EnvelopeSink(answer);
        new JsonTokenFeed(envelope).Feed(Encoding.UTF8.GetBytes(json), size);
        return envelope;
    }

    private static IEnumerable<string[]> Orders(string[] parts) => parts.Length == 0
        ? [[]]
        : parts.SelectMany(first => Orders([.. parts.Where(part => part != first)]), (first, rest) => (string[])[first, .. rest]);
}
