using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Tests.Language;

public class StringValueTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"plain\"", "plain")]
    [InlineData("\"tab\tand\u0000\u0007\u007F\u0085controls\"", "tab\tand\u0000\u0007\u007F\u0085controls")]
    [InlineData("\"# no comment, é 🏊 \u2028 \uFEFF\"", "# no comment, é 🏊 \u2028 \uFEFF")]
    [InlineData("""
        "\" \\ \/ \b \f \n \r \t"
        """, "\" \\ / \b \f \n \r \t")]
    [InlineData("""
        "\u0041\u00e9\u00E9\uFFFF\u0000"
        """, "Aéé\uFFFF\0")]
    [InlineData("""
        "\u{41}\u{0}\u{1F3CA}\u{10FFFF}\u{000000000000000041}"
        """, "A\0🏊\U0010FFFFA")]
    [InlineData("""
        "é\uD83C\uDFCA\ud83c\udfca!"
        """, "é🏊🏊!")]
    public void A_string_stands_for_its_text_without_escapes(string source, string value) =>
        Utf8GraphQLParser.ParseValue(source).ShouldBe(new StringValueNode(value, IsBlock: false, new Location(1, 1)));

    [Theory]
    [InlineData("\"", 2, "Unterminated string.")]
    [InlineData("\"abc", 5, "Unterminated string.")]
    [InlineData("\"🏊é", 5, "Unterminated string.")]
    [InlineData("\"ab\nc\"", 4, "Unterminated string.")]
    [InlineData("\"ab\r\nc\"", 4, "Unterminated string.")]
    [InlineData("'a'", 1, "Unexpected single quote character ('), did you mean to use a double quote (\")?")]
    [InlineData("""
        "a\
        """, 3, "Invalid character escape sequence: \"\\\".")]
    [InlineData("""
        "a\z"
        """, 3, "Invalid character escape sequence: \"\\z\".")]
    [InlineData("""
        "a\é"
        """, 3, "Invalid character escape sequence: \"\\é\".")]
    [InlineData("""
        "a\x41"
        """, 3, "Invalid character escape sequence: \"\\x\".")]
    [InlineData("""
        "\u12"
        """, 2, "Invalid Unicode escape sequence: \"\\u12\"\".")]
    [InlineData("""
        "\u00G0"
        """, 2, "Invalid Unicode escape sequence: \"\\u00G0\".")]
    [InlineData("""
        "\uD83D"
        """, 2, "Invalid Unicode escape sequence: \"\\uD83D\".")]
    [InlineData("""
        "\uDCA9"
        """, 2, "Invalid Unicode escape sequence: \"\\uDCA9\".")]
    [InlineData("""
        "\uD83D\uD83D"
        """, 2, "Invalid Unicode escape sequence: \"\\uD83D\".")]
    [InlineData("""
        "\uD83D\n"
        """, 2, "Invalid Unicode escape sequence: \"\\uD83D\".")]
    [InlineData("""
        "\uD83D\u{DCA9}"
        """, 2, "Invalid Unicode escape sequence: \"\\uD83D\".")]
    [InlineData("""
        "\u{}"
        """, 2, "Invalid Unicode escape sequence: \"\\u{}\".")]
    [InlineData("""
        "\u{110000}"
        """, 2, "Invalid Unicode escape sequence: \"\\u{110000}\".")]
    [InlineData("""
        "\u{D83D}"
        """, 2, "Invalid Unicode escape sequence: \"\\u{D83D}\".")]
    [InlineData("""
        "\u{FFFFFFFFFFFFFFFFF}"
        """, 2, "Invalid Unicode escape sequence: \"\\u{FFFFFFF\".")]
    [InlineData("""
        "\u{12
        """, 2, "Invalid Unicode escape sequence: \"\\u{12\".")]
    public void What_is_no_string_is_refused_where_it_goes_wrong(string source, int column, string message) =>
        Should.Throw<SyntaxException>(() => Utf8GraphQLParser.ParseValue(source)).Error
            .ShouldBe(new SyntaxError(message, new Location(1, column)));
}
