using System.Text;
using Gateway.Tests.Upstream.Json;
using Gateway.Upstream.Client;

namespace Gateway.Tests.Upstream;

public sealed class EnvelopeTests
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
            foreach (var size in Reading.Sizes)
            {
                var envelope = Read(json, size);
                (envelope.Result, envelope.Fault).ShouldBe((new Answer("hello"), null), json);
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
    [InlineData("""{"errors":["m",null,5,"",true,["n"]]}""", "m|n")]
    [InlineData("""{"errors":"m"}""", "m")]
    [InlineData("""{"errors":5,"messages":true}""", "")]
    [InlineData("""{"errors":[{"message":null},{"message":5},{"message":["m"]}]}""",
        "Cloudflare gave no message.|Cloudflare gave no message.|Cloudflare gave no message.")]
    public void Errors_are_read_in_every_form(string json, string expected)
    {
        string.Join('|', Read(json).Errors.Select(error => error.Message)).ShouldBe(expected);
        string.Join('|', Envelope.ReadErrors(Reading.Pieces(Encoding.UTF8.GetBytes(json), 3))!.Value.Select(error => error.Message)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("9109", 9109)]
    [InlineData("\"9109\"", 9109)]
    [InlineData("9109.0", 9109)]
    [InlineData("9109.5", null)]
    [InlineData("\"9109.5\"", null)]
    [InlineData("2147483648", null)]
    [InlineData("-2147483649", null)]
    [InlineData("1e400", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"E9109\"", null)]
    [InlineData("null", null)]
    [InlineData("[9109]", null)]
    public void A_code_is_a_whole_number_in_quotes_or_not(string code, int? expected) =>
        Read($$"""{"errors":[{"code":{{code}},"message":"m"}]}""").Errors.ShouldBe([new(expected, "m", null, null)]);

    [Fact]
    public void No_more_than_32_errors_are_kept_however_they_nest()
    {
        var many = string.Join(',', Enumerable.Repeat("""{"message":"m","error_chain":[{"message":"c","error_chain":["d"]}]}""", 5000));
        var errors = Read($$"""{"errors":[{{many}}]}""").Errors;
        errors.Length.ShouldBe(32);
        errors.Take(4).Select(error => error.Message).ShouldBe(["m", "c", "d", "m"]);
    }

    [Theory]
    [InlineData("""{"result":{"text":"t"}}""")]
    [InlineData("""{"success":true,"errors":["e"],"result":{"text":"t"}}""")]
    [InlineData("""{"success":true,"errors":null,"messages":null,"result":{"text":"t"}}""")]
    [InlineData("""{"\u0073uccess":true,"r\u0065sult":{"\u0074ext":"\u0074"}} """)]
    [InlineData("""{"success":true,"result":{"text":"t"},"unknown":{"a":1,"a":"\ud800"},"unknown":2}""")]
    public void A_result_without_a_word_of_failure_is_a_success(string json) => Fate(json).ShouldBe("t");

    [Theory]
    [InlineData("""{"success":false,"result":{"text":"t"}}""")]
    [InlineData("""{"success":false,"errors":["e"],"result":{}}""")]
    [InlineData("""{"success":false,"result":{"text":"\ud800","text":"t"},"errors":["e"]}""")]
    [InlineData("""{"success":false,"result":[{"text":{}}],"errors":["e"]}""")]
    [InlineData("""{"errors":["e"],"result":{"text":"t"}}""")]
    [InlineData("""{"error":"e"}""")]
    [InlineData("""{"errors":[]}""")]
    public void A_word_of_failure_is_a_refusal_whatever_the_result(string json) => Fate(json).ShouldBe("refusal");

    [Theory]
    [InlineData("""{"success":true}""")]
    [InlineData("""{"success":true,"result":null}""")]
    [InlineData("""{"success":true,"result":[]}""")]
    [InlineData("""{"result":{"text":null}}""")]
    [InlineData("""{"result":{"text":"a","text":"a"}}""")]
    [InlineData("""{"result":{"text":"\ud800"}}""")]
    public void A_success_has_a_result_of_the_promised_kind(string json) => Fate(json).ShouldBe("has no result of the kind that it promises");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"result\"")]
    [InlineData("{}{}")]
    [InlineData("{} x")]
    [InlineData("{},")]
    [InlineData("{}\0")]
    [InlineData("{\"result\"}")]
    [InlineData("{result:1}")]
    [InlineData("// no\n{}")]
    [InlineData("{\"a\":[1,]}")]
    [InlineData("{\"a\":[NaN]}")]
    [InlineData("{\"a\":[01]}")]
    [InlineData("{\"a\":\"\t\"}")]
    [InlineData("\uFEFF{}")]
    [InlineData("<html></html>")]
    [InlineData("""{"success":"true","result":{"text":"t"}}""")]
    [InlineData("""{"success":null,"result":{"text":"t"}}""")]
    [InlineData("""{"success":true,"success":true,"result":{"text":"t"}}""")]
    [InlineData("""{"result":{"text":"t"},"result":{"text":"t"}}""")]
    [InlineData("""{"success":true,"result":{"text":"t"},"messages":["\ud800"]}""")]
    public void What_is_no_envelope_is_told_from_a_refusal(string json) => Fate(json).ShouldBe("is not the JSON that it promises");

    [Fact]
    public void A_body_that_is_cut_off_at_any_byte_is_no_envelope()
    {
        var whole = "{" + string.Join(',', Parts) + ",\"more\":[1.5,-2e3,null,{\"a\":[true,false,\"h\u00e9☂\"]}]}";
        for (var i = 0; i < whole.Length; i++)
        {
            Fate(whole[..i]).ShouldBe("is not the JSON that it promises", whole[..i]);
        }

        Fate(whole + " \r\n\t").ShouldBe("hello");
    }

    [Theory]
    [InlineData(31, "refusal")]
    [InlineData(32, "is not the JSON that it promises")]
    public void An_envelope_is_read_to_a_depth_of_32(int depth, string fate)
    {
        Fate($$"""{"success":false,"a":{{new string('[', depth)}}{{new string(']', depth)}}}""").ShouldBe(fate);
        Fate($$"""{"errors":{{new string('[', depth)}}{{new string(']', depth)}}}""").ShouldBe(fate);
        Fate($$"""{"result":null,"a":{{string.Concat(Enumerable.Repeat("{\"a\":", depth))}}1{{new string('}', depth)}}}""").ShouldBe(fate);
    }

    [Theory]
    [InlineData("FF")]
    [InlineData("C0AF")]
    [InlineData("EDA080")]
    [InlineData("E298")]
    public void A_string_that_is_used_is_valid_UTF_8(string hex)
    {
        var text = Convert.FromHexString(hex);
        byte[] result = [.. "{\"result\":{\"text\":\""u8, .. text, .. "\"}}"u8];
        byte[] message = [.. "{\"result\":{\"text\":\"t\"},\"messages\":[\""u8, .. text, .. "\"]}"u8];
        byte[] code = [.. "{\"success\":false,\"errors\":[{\"code\":\""u8, .. text, .. "\"}]}"u8];
        byte[] other = [.. "{\"result\":{\"text\":\"t\",\""u8, .. text, .. "\":\""u8, .. text, .. "\"}}"u8];
        foreach (var size in Reading.Sizes)
        {
            Fate(result, size).ShouldBe("has no result of the kind that it promises");
            Fate(message, size).ShouldBe("is not the JSON that it promises");
            Fate(code, size).ShouldBe("is not the JSON that it promises");
            Fate(other, size).ShouldBe("t");
        }
    }

    [Fact]
    public void A_token_may_span_any_number_of_pieces()
    {
        var text = string.Concat(Enumerable.Repeat("x☂\\u2602", 20_000));
        var expected = string.Concat(Enumerable.Repeat("x☂☂", 20_000));
        Read($$$"""{"result":{"text":"{{{text}}}"}}""", 1000).Result.ShouldBe(new Answer(expected));
    }

    // In pieces of every size, with one fate.
    private static string Fate(string json) =>
        Reading.Sizes.Select(size => Fate(Encoding.UTF8.GetBytes(json), size)).Distinct().ShouldHaveSingleItem();

    private static string Fate(byte[] json, int size)
    {
        var envelope = Envelope.Read(Reading.Pieces(json, size), new AnswerReader());
        return envelope.Fault ?? envelope.Result?.Text ?? "refusal";
    }

    private static Envelope<Answer> Read(string json, int size = int.MaxValue) =>
        Envelope.Read(Reading.Pieces(Encoding.UTF8.GetBytes(json), size), new AnswerReader());

    private static IEnumerable<string[]> Orders(string[] parts) => parts.Length == 0
        ? [[]]
        : parts.SelectMany(first => Orders([.. parts.Where(part => part != first)]), (first, rest) => (string[])[first, .. rest]);
}
