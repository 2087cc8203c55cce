using System.Text;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Tests.Language;

public class IgnoredTokenTests
{
    [Theory]
    [InlineData("{a}", 1, 2)]
    [InlineData("{\n a}", 2, 2)]
    [InlineData("{\r a}", 2, 2)]
    [InlineData("{\r\n a}", 2, 2)]
    [InlineData("{\n\r a}", 3, 2)]
    [InlineData("{\r\r\n\n a}", 4, 2)]
    [InlineData(",,{,,\t,a,},", 1, 8)]
    [InlineData("\uFEFF{\uFEFFa}", 1, 4)]
    [InlineData("\uFEFF\n{\uFEFF\uFEFFa\uFEFF}", 2, 4)]
    [InlineData("# é🏊 \0 \u2028 } \" \\u\n{a}", 2, 2)]
    [InlineData("#\r#\r\n{a #", 3, 2)]
    public void Ignored_tokens_move_the_location_of_what_follows(string source, int line, int column)
    {
        var document = Utf8GraphQLParser.Parse(source.EndsWith('}') || source.EndsWith(',') ? source : source + "\n}");

        var operation = document.Definitions.ShouldHaveSingleItem().ShouldBeOfType<OperationDefinitionNode>();
        operation.SelectionSet.Selections.ShouldHaveSingleItem().Location.ShouldBe(new Location(line, column));
    }

    [Theory]
    [InlineData("{ a\u00A0}", 4, "U+00A0")]
    [InlineData("{ a\u2028}", 4, "U+2028")]
    [InlineData("{ a\v}", 4, "U+000B")]
    [InlineData("{ a\f}", 4, "U+000C")]
    [InlineData("{ a\0}", 4, "U+0000")]
    [InlineData("{ a 🏊 }", 5, "U+1F3CA")]
    [InlineData("\uFEFF{ é }", 4, "U+00E9")]
    [InlineData("{ a ? }", 5, "\"?\"")]
    [InlineData("{ .. a }", 3, "\".\"")]
    [InlineData("{ ..", 3, "\".\"")]
    public void No_other_character_stands_outside_of_strings_and_comments(string source, int column, string found) =>
        Should.Throw<SyntaxException>(() => Utf8GraphQLParser.Parse(source)).Error
            .ShouldBe(new SyntaxError($"Unexpected character: {found}.", new Location(1, column)));

    [Theory]
    [InlineData("{ a }\n é", new byte[] { 0xFF }, 2, 3)]
    [InlineData("{ a(b: \"🏊", new byte[] { 0xED, 0xA0, 0x80 }, 1, 11)]
    [InlineData("# comment ", new byte[] { 0xC0, 0x80 }, 1, 11)]
    [InlineData("{ a(b: \"\"\"\r\n", new byte[] { 0xF5, 0x80, 0x80, 0x80 }, 2, 1)]
    [InlineData("{ a }", new byte[] { 0xE2, 0x82 }, 1, 6)]
    [InlineData("", new byte[] { 0x80 }, 1, 1)]
    public void Invalid_utf8_is_refused_wherever_it_stands(string before, byte[] invalid, int line, int column)
    {
        byte[] source = [.. Encoding.UTF8.GetBytes(before), .. invalid];

        Utf8GraphQLParser.TryParse(source, ParserOptions.Default, out var document, out var error).ShouldBeFalse();

        document.ShouldBeNull();
        error.ShouldBe(new SyntaxError("Invalid UTF-8.", new Location(line, column)));
    }
}
