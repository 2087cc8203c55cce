using Gateway.Spectrum.Filters;

namespace Gateway.Tests.Spectrum.Filters;

public sealed class FilterParserTests
{
    [Theory]
    [InlineData("event==connect", "event==connect")]
    [InlineData("appID!=0123abc", "appID!=0123abc")]
    [InlineData("coloName>SFO", "coloName>SFO")]
    [InlineData("ipVersion>=4", "ipVersion>=4")]
    [InlineData("ipVersion<6", "ipVersion<6")]
    [InlineData("ipVersion<=6", "ipVersion<=6")]
    [InlineData("coloName==a_b.c-D9", "coloName==a_b.c-D9")]
    [InlineData("event==disconnect AND coloName!=SFO", "event==disconnect AND coloName!=SFO")]
    [InlineData("event==disconnect;coloName!=SFO", "event==disconnect AND coloName!=SFO")]
    [InlineData("coloName==LAX,coloName==SJC", "coloName==LAX OR coloName==SJC")]
    [InlineData("coloName==LAX OR coloName==SJC", "coloName==LAX OR coloName==SJC")]
    public void The_documented_grammar_is_read(string text, string normal) => Parse(text).ShouldBe(normal);

    [Theory]
    [InlineData("event==a,event==b;event==c", "event==a OR event==b AND event==c")]
    [InlineData("event==a;event==b,event==c", "event==a AND event==b OR event==c")]
    [InlineData("event==a OR event==b AND event==c OR event==d", "event==a OR event==b AND event==c OR event==d")]
    public void And_binds_tighter_than_or(string text, string normal) => Parse(text).ShouldBe(normal);

    [Theory]
    [InlineData("  event==a  ", "event==a")]
    [InlineData("event==a\tAND\r\n event==b", "event==a AND event==b")]
    [InlineData("event==a , event==b ; event==c", "event==a OR event==b AND event==c")]
    [InlineData("event==AND AND event==OR", "event==AND AND event==OR")]
    public void White_space_stands_round_separators_only(string text, string normal) => Parse(text).ShouldBe(normal);

    [Theory]
    [InlineData("event==b;event==a", "event==a AND event==b")]
    [InlineData("coloName==a;event==z", "event==z AND coloName==a")]
    [InlineData("event!=a;event==a", "event==a AND event!=a")]
    [InlineData("event==a;event==a", "event==a")]
    [InlineData("event==b,event==a,event==b", "event==a OR event==b")]
    [InlineData("event==b;event==a,event==a;event==b", "event==a AND event==b")]
    [InlineData("event==a;event==b,event==a", "event==a OR event==a AND event==b")]
    public void Operands_are_sorted_and_come_once(string text, string normal) => Parse(text).ShouldBe(normal);

    [Theory]
    [InlineData("", 1, "a dimension")]
    [InlineData("   ", 4, "a dimension")]
    [InlineData("colo==SFO", 1, "a dimension")]
    [InlineData("appId==a", 1, "appID")]
    [InlineData("count>5", 1, "a dimension")]
    [InlineData("(event==a)", 1, "no parentheses")]
    [InlineData("event==a AND (event==b)", 14, "no parentheses")]
    [InlineData("event", 6, "==")]
    [InlineData("event=a", 6, "==")]
    [InlineData("event ==a", 6, "==")]
    [InlineData("event=~a", 6, "==")]
    [InlineData("event==", 8, "a value")]
    [InlineData("event== a", 8, "a value")]
    [InlineData("event=='a'", 8, "a value")]
    [InlineData("event===a", 8, "a value")]
    [InlineData("event==,event==a", 8, "a value")]
    [InlineData("event==a b", 10, "`AND`")]
    [InlineData("event==a and event==b", 10, "capitals")]
    [InlineData("event==a or event==b", 10, "capitals")]
    [InlineData("event==a AND", 10, "`AND`")]
    [InlineData("event==a AND;event==b", 10, "`AND`")]
    [InlineData("event==a&limit=1", 9, "`AND`")]
    [InlineData("event==a#", 9, "`AND`")]
    [InlineData("event==é", 8, "a value")]
    [InlineData("event==a AND ", 14, "a dimension")]
    [InlineData("event==a;", 10, "a dimension")]
    [InlineData("event==a,,event==b", 10, "a dimension")]
    [InlineData(";event==a", 1, "a dimension")]
    [InlineData("event==100%", 11, "`AND`")]
    [InlineData("ipVersion==5", 12, "expected a value of 4 or 6.")]
    [InlineData("event==a AND ipVersion>=44", 25, "expected a value of 4 or 6.")]
    [InlineData("ipVersion!=IPv4", 12, "expected a value of 4 or 6.")]
    public void A_fault_is_refused_with_its_position(string text, int position, string expected)
    {
        var message = FilterParser.Parse(text).ShouldBeRefused("filters").Message;
        message.ShouldStartWith($"`filters`, character {position}: ");
        message.ShouldContain(expected);
    }

    [Theory]
    [InlineData("event==disconnect%20AND%20coloName!=SFO", "event==disconnect AND coloName!=SFO")]
    [InlineData("event%3D%3Ddisconnect%3BcoloName!%3DSFO", "event==disconnect;coloName!=SFO")]
    [InlineData("event==disconnect%2520AND%2520coloName!=SFO", "event==disconnect AND coloName!=SFO")]
    public void A_percent_encoded_filter_is_refused_with_what_was_meant(string text, string meant) =>
        FilterParser.Parse(text).ShouldBeRefused("filters").Message.ShouldEndWith($"Write: {meant}");

    [Fact]
    public void A_filter_has_64_comparisons_at_most()
    {
        Parse(string.Join(",", Enumerable.Range(100, 64).Select(i => $"coloName=={i}"))).ShouldContain("163");
        FilterParser.Parse(string.Join(",", Enumerable.Repeat("event==a", 65))).ShouldBeRefused("filters").Message.ShouldContain("64");
    }

    [Fact]
    public void A_value_has_128_characters_at_most()
    {
        Parse("appID==" + new string('a', 128)).ShouldEndWith("a");
        FilterParser.Parse("appID==" + new string('a', 129)).ShouldBeRefused("filters").Message.ShouldContain("character 8");
    }

    [Fact]
    public void What_is_written_is_read_back_as_the_same()
    {
        var once = FilterParser.Parse("coloName==b,event==a;ipVersion<=6,coloName==b;event!=c").ShouldSucceed();
        var twice = FilterParser.Parse(once.ToString()).ShouldSucceed();
        twice.ToString().ShouldBe(once.ToString());
        twice.Groups.Length.ShouldBe(once.Groups.Length);
    }

    private static string Parse(string text) => FilterParser.Parse(text).ShouldSucceed().ToString();
}
