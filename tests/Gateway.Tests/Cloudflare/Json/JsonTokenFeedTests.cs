using System.Text;
using System.Text.Json;
using Gateway.Cloudflare.Json;

namespace Gateway.Tests.Cloudflare.Json;

/// <summary>What every answer is held to, wherever in it, and in whatever pieces it comes.</summary>
public sealed class JsonTokenFeedTests
{
    public static TheoryData<int> Sizes => [.. Feeding.Sizes];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Tokens_reach_the_sinks_of_their_places_in_pieces_of_any_size(int size) =>
        Traced("""{ "a" : [1, -2.5e3, "x", null, {"b":true}, [], [[false]]], "c":{}, "d☂\u2602":"\"" }""", size)
            .ShouldBe("{ a: [ 1 -2.5e3 x null { b: true } [ ] [ [ false ] ] ] c: { } d☂☂: \" }");

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void A_document_is_read_to_a_depth_of_32(int depth, bool isRead)
    {
        IsRead(new string('[', depth) + new string(']', depth)).ShouldBe(isRead);
        IsRead(string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth)).ShouldBe(isRead);
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1,"b":[{"c":{}}],"a":2}""")]
    [InlineData("""[{"b":{"a":1,"a":1}}]""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("""{"\u0061":1,"a":2}""")]
    [InlineData("""{"":1,"":2}""")]
    public void A_name_that_comes_twice_in_an_object_is_refused(string json) => IsRead(json).ShouldBeFalse();

    [Theory]
    [InlineData("""{"a":{"a":{"a":1}},"b":{"a":1}}""")]
    [InlineData("""[{"a":1},{"a":1}]""")]
    [InlineData("""{"a":1,"A":2}""")]
    public void A_name_may_come_again_in_another_object(string json) => IsRead(json).ShouldBeTrue();

    [Theory]
    [InlineData("""{"free":{"a":1,"a":[{"b":1,"b":2}]}}""", true)]
    [InlineData("""{"free":1,"free":2}""", false)]
    [InlineData("""{"free":{},"a":{"b":1,"b":2}}""", false)]
    public void Names_may_come_twice_only_within_what_allows_it(string json, bool isRead) => IsRead(json).ShouldBe(isRead);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{}{}")]
    [InlineData("{} x")]
    [InlineData("{},")]
    [InlineData("[1,]")]
    [InlineData("{\"a\"}")]
    [InlineData("{a:1}")]
    [InlineData("// no\n{}")]
    [InlineData("[NaN]")]
    [InlineData("[01]")]
    [InlineData("\uFEFF{}")]
    [InlineData("[\"\t\"]")]
    [InlineData("""{"\ud800":1}""")]
    public void What_is_not_JSON_is_refused(string json) => IsRead(json).ShouldBeFalse();

    [Theory]
    [InlineData("5B22FF225D")]
    [InlineData("5B22C0AF225D")]
    [InlineData("5B22EDA080225D")]
    [InlineData("5B22E29822225D")]
    [InlineData("7B22FF223A317D")]
    public void What_is_not_UTF_8_is_refused(string hex)
    {
        foreach (var size in Feeding.Sizes)
        {
            Should.Throw<JsonException>(() => new JsonTokenFeed(new Trace()).Feed(Convert.FromHexString(hex), size));
        }
    }

    [Fact]
    public void A_refusal_is_remembered_and_reading_goes_on()
    {
        var tokens = new JsonTokenFeed(new Trace());
        tokens.Feed("""[1,"refused",{"a":[2]}]"""u8);
        tokens.IsRefused.ShouldBeTrue();
    }

    // In pieces of every size, with one verdict.
    private static bool IsRead(string json)
    {
        var verdicts = new HashSet<bool>();
        foreach (var size in Feeding.Sizes)
        {
            try
            {
                new JsonTokenFeed(new Trace()).Feed(Encoding.UTF8.GetBytes(json), size);
                verdicts.Add(true);
            }
            catch (JsonException)
            {
                verdicts.Add(false);
            }
        }

        return verdicts.ShouldHaveSingleItem();
    }

    private static string Traced(string json, int size)
    {
        var trace = new Trace();
        new JsonTokenFeed(trace).Feed(Encoding.UTF8.GetBytes(json), size);
        return string.Join(' ', trace.Seen);
    }

    /// <summary>Writes down what it sees. Under the name <c>free</c> names may repeat.</summary>
    private sealed class Trace(List<string>? seen = null, bool isFree = false) : JsonSink
    {
        public List<string> Seen { get; } = seen ?? [];

        public override bool NamesMayRepeat => isFree;

        public override JsonSink Value(ref Utf8JsonReader reader)
        {
            Seen.Add(reader.TokenType is JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan));
            return Seen[^1] == "refused" ? Refused : this;
        }

        public override JsonSink Member(ref Utf8JsonReader name)
        {
            Seen.Add(name.GetString() + ":");
            return name.ValueTextEquals("free"u8) ? new Trace(Seen, isFree: true) : this;
        }

        public override void EndObject() => Seen.Add("}");

        public override void EndList() => Seen.Add("]");
    }
}
