using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Tests.Language;

public class BlockStringTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("\n \n\t\n", "")]
    [InlineData("one line", "one line")]
    [InlineData("  first line keeps its indentation", "  first line keeps its indentation")]
    [InlineData("\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n  ", "Hello,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("first\n    second\n      third", "first\nsecond\n  third")]
    [InlineData("\n\ta\n\t\tb", "a\n\tb")]
    [InlineData("\n\n  a\n  \n    \n  b\n\n  ", "a\n\n  \nb")]
    [InlineData("\r\n  a\r  b\n  c\r\n", "a\nb\nc")]
    [InlineData("no \\n \\u0041 \\\" escapes", "no \\n \\u0041 \\\" escapes")]
    [InlineData("three \\\"\"\" quotes", "three \"\"\" quotes")]
    [InlineData("two \"\" quotes", "two \"\" quotes")]
    [InlineData("before \\\\\"\"\"", "before \\\"\"\"")]
    [InlineData("\n  \u0085 and \u2028 and \f end no line", "\u0085 and \u2028 and \f end no line")]
    [InlineData("é 🏊 \0 \u0007", "é 🏊 \0 \u0007")]
    public void A_block_string_loses_common_indentation_and_blank_lines_at_either_end(string raw, string value) =>
        Utf8GraphQLParser.ParseValue($"\"\"\"{raw}\"\"\"").ShouldBe(new StringValueNode(value, IsBlock: true, new Location(1, 1)));

    [Theory]
    [InlineData("\"\"\"", 1, 4)]
    [InlineData("\"\"\"a\"\"", 1, 7)]
    [InlineData("\"\"\"a\n b", 2, 3)]
    [InlineData("\"\"\"a\r\n é🏊", 2, 5)]
    [InlineData("\"\"\"a\\\"\"\"", 1, 9)]
    public void A_block_string_without_an_end_is_refused_at_the_end_of_the_source(string source, int line, int column) =>
        Should.Throw<SyntaxException>(() => Utf8GraphQLParser.ParseValue(source)).Error
            .ShouldBe(new SyntaxError("Unterminated string.", new Location(line, column)));

    [Fact]
    public void What_follows_a_block_string_is_counted_from_its_last_line()
    {
        var value = Utf8GraphQLParser.ParseValue("[\"\"\"é\r\n 🏊\n é🏊\"\"\" A \"🏊\" B]").ShouldBeOfType<ListValueNode>();

        value.Items[1].Location.ShouldBe(new Location(3, 9));
        value.Items[3].Location.ShouldBe(new Location(3, 16));
    }
}
