using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Tests.Language;

public class NumberTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("7")]
    [InlineData("-2147483649")]
    [InlineData("123456789012345678901234567890")]
    public void An_integer_keeps_its_digits_whatever_its_size(string source) =>
        Utf8GraphQLParser.ParseValue(source).ShouldBeOfType<IntValueNode>().Value.ShouldBe(source);

    [Theory]
    [InlineData("0.0")]
    [InlineData("-1.50")]
    [InlineData("1e5")]
    [InlineData("1E+5")]
    [InlineData("-6.0221413e-23")]
    [InlineData("0e0")]
    public void A_float_is_kept_as_it_was_written(string source) =>
        Utf8GraphQLParser.ParseValue(source).ShouldBeOfType<FloatValueNode>().Value.ShouldBe(source);

    [Theory]
    [InlineData("01", 2, "Invalid number, unexpected digit after 0: \"1\".")]
    [InlineData("-01", 3, "Invalid number, unexpected digit after 0: \"1\".")]
    [InlineData("00", 2, "Invalid number, unexpected digit after 0: \"0\".")]
    [InlineData("1.", 3, "Invalid number, expected digit but got: <EOF>.")]
    [InlineData("1.a", 3, "Invalid number, expected digit but got: \"a\".")]
    [InlineData("1..2", 3, "Invalid number, expected digit but got: \".\".")]
    [InlineData("1.2.3", 4, "Invalid number, expected digit but got: \".\".")]
    [InlineData("1a", 2, "Invalid number, expected digit but got: \"a\".")]
    [InlineData("1_000", 2, "Invalid number, expected digit but got: \"_\".")]
    [InlineData("0xF", 2, "Invalid number, expected digit but got: \"x\".")]
    [InlineData("1e", 3, "Invalid number, expected digit but got: <EOF>.")]
    [InlineData("1e+", 4, "Invalid number, expected digit but got: <EOF>.")]
    [InlineData("1.e1", 3, "Invalid number, expected digit but got: \"e\".")]
    [InlineData("1e1.5", 4, "Invalid number, expected digit but got: \".\".")]
    [InlineData("1.5f", 4, "Invalid number, expected digit but got: \"f\".")]
    [InlineData("-", 2, "Invalid number, expected digit but got: <EOF>.")]
    [InlineData("-a", 2, "Invalid number, expected digit but got: \"a\".")]
    [InlineData("--1", 2, "Invalid number, expected digit but got: \"-\".")]
    [InlineData(".5", 1, "Unexpected character: \".\".")]
    [InlineData("+1", 1, "Unexpected character: \"+\".")]
    [InlineData("1é", 2, "Unexpected character: U+00E9.")]
    public void What_only_resembles_a_number_is_refused(string source, int column, string message) =>
        Should.Throw<SyntaxException>(() => Utf8GraphQLParser.ParseValue(source)).Error
            .ShouldBe(new SyntaxError(message, new Location(1, column)));

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("[1[2]]")]
    [InlineData("[1\"a\"]")]
    [InlineData("[1$a]")]
    public void A_number_may_be_followed_directly_by_anything_but_a_digit_a_dot_or_a_name(string source) =>
        Should.NotThrow(() => Utf8GraphQLParser.Parse($"{{ a(b: {source}) }}"));
}
