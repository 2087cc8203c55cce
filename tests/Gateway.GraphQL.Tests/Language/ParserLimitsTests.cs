using System.Text;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Tests.Language;

public class ParserLimitsTests
{
    private const string DepthMessage = "Document nests deeper than 200 levels. Parsing aborted.";

    [Theory]
    [InlineData("", "{a", 401)]
    [InlineData("", "{...", 801)]
    [InlineData("{ a(b: ", "[", 207)]
    [InlineData("{ a(b: ", "{a:", 605)]
    [InlineData("query($a: ", "[", 211)]
    [InlineData("query($a: A = ", "[", 215)]
    [InlineData("type A { a: ", "[", 213)]
    [InlineData("input A { a: A = ", "{a:", 618)]
    [InlineData("{ a @b(c: ", "[", 210)]
    public void A_hundred_thousand_levels_are_refused_and_overflow_nothing(string before, string level, int column)
    {
        var source = Encoding.UTF8.GetBytes(before + string.Concat(Enumerable.Repeat(level, 100_000)));

        Utf8GraphQLParser.TryParse(source, ParserOptions.Default, out _, out var error).ShouldBeFalse();

        error.ShouldBe(new SyntaxError(DepthMessage, new Location(1, column)));
    }

    [Fact]
    public void Values_on_their_own_and_types_are_bounded_too()
    {
        var lists = new string('[', 100_000);

        Utf8GraphQLParser.TryParseValue(Encoding.UTF8.GetBytes(lists), ParserOptions.Default, out _, out var inValue).ShouldBeFalse();
        Utf8GraphQLParser.TryParse(Encoding.UTF8.GetBytes("query($a:" + lists), ParserOptions.Default, out _, out var inType).ShouldBeFalse();

        inValue.ShouldBe(new SyntaxError(DepthMessage, new Location(1, 201)));
        inType.ShouldBe(new SyntaxError(DepthMessage, new Location(1, 210)));
    }

    [Fact]
    public void The_greatest_depth_that_can_be_set_fits_a_stack_of_one_mebibyte()
    {
        var options = new ParserOptions { MaxAllowedRecursionDepth = 500 };
        string[] sources =
        [
            string.Concat(Enumerable.Repeat("{a", 500)) + new string('}', 500),
            $"{{ a(b: {string.Concat(Enumerable.Repeat("{a:", 499))}1{new string('}', 499)}) }}",
            $"query($a: {new string('[', 500)}A{new string(']', 500)}) {{ a }}",
        ];
        var results = new List<string>();
        var thread = new Thread(
            () =>
            {
                foreach (var source in sources)
                {
                    if (Utf8GraphQLParser.TryParse(Encoding.UTF8.GetBytes(source), options, out var document, out _))
                        results.Add(DocumentPrinter.Print(document));
                }
            },
            maxStackSize: 1024 * 1024);
        thread.Start();
        thread.Join();

        results.Count.ShouldBe(sources.Length);
    }

    [Fact]
    public void A_document_has_2048_fields_and_no_more()
    {
        var options = ParserOptions.Default;

        Utf8GraphQLParser.TryParse(Encoding.UTF8.GetBytes($"{{{Repeat("a ", 2048)}}}"), options, out _, out _).ShouldBeTrue();
        Utf8GraphQLParser.TryParse(Encoding.UTF8.GetBytes($"{{{Repeat("a ", 2049)}}}"), options, out _, out var error).ShouldBeFalse();

        error.ShouldBe(new SyntaxError("Document contains more than 2048 fields. Parsing aborted.", new Location(1, 4098)));
    }

    [Fact]
    public void A_place_has_four_directives_and_no_more()
    {
        Utf8GraphQLParser.TryParse("{ a @a @b @c @d b @a }"u8, ParserOptions.Default, out _, out _).ShouldBeTrue();
        Utf8GraphQLParser.TryParse("{ a @a @b @c @d @e }"u8, ParserOptions.Default, out _, out var error).ShouldBeFalse();

        error.ShouldBe(new SyntaxError("Location contains more than 4 directives. Parsing aborted.", new Location(1, 17)));
    }

    [Fact]
    public void Ignored_tokens_do_not_count_as_tokens()
    {
        var options = new ParserOptions { MaxAllowedTokens = 3 };

        Utf8GraphQLParser.TryParse(",,{ # comment\n,a,,\n}\uFEFF "u8, options, out _, out _).ShouldBeTrue();
        Utf8GraphQLParser.TryParse("{ a\n b }"u8, options, out _, out var error).ShouldBeFalse();

        error.ShouldBe(new SyntaxError("Document contains more than 3 tokens. Parsing aborted.", new Location(2, 4)));
    }

    [Fact]
    public void Options_out_of_bounds_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new ParserOptions { MaxAllowedFields = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new ParserOptions { MaxAllowedTokens = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new ParserOptions { MaxAllowedDirectives = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new ParserOptions { MaxAllowedRecursionDepth = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new ParserOptions { MaxAllowedRecursionDepth = 501 });
    }

    [Theory]
    [InlineData("{ a }", ",", true)]
    [InlineData("{ a }", "\n", true)]
    [InlineData("{ a }", "\r", true)]
    [InlineData("{ a }", "#\n", true)]
    [InlineData("{ a }", "\uFEFF", true)]
    [InlineData("{ a }", "🏊", false)]
    [InlineData("{ a } #", "🏊", true)]
    [InlineData("", "{", false)]
    [InlineData("", "a", false)]
    [InlineData("", "@", false)]
    [InlineData("", "\"", false)]
    [InlineData("", "\"\" ", false)]
    [InlineData("{ a(b: \"", "\\n", false)]
    [InlineData("{ a(b: \"", "é\\n", false)]
    [InlineData("{ a(b: \"\\u{", "0", false)]
    [InlineData("{ a(b: \"\"\"", "\\\"\"\"", false)]
    [InlineData("{ a(b: \"\"\"", " \n", false)]
    [InlineData("{ a(b: ", "1", false)]
    [InlineData("{ a(b: [", "1 ", false)]
    [InlineData("{", "a ", false)]
    [InlineData("{", "a @b ", false)]
    [InlineData("{", "...a ", false)]
    [InlineData("scalar A", "@a ", false)]
    [InlineData("", "scalar A ", true)]
    [InlineData("union A =", "|A", true)]
    public void A_source_of_256_KiB_is_parsed_or_refused(string before, string repeated, bool isDocument)
    {
        var source = Encoding.UTF8.GetBytes(before + Repeat(repeated, 256 * 1024 / Encoding.UTF8.GetByteCount(repeated)));

        Utf8GraphQLParser.TryParse(source, ParserOptions.Default, out _, out var error);

        if (isDocument)
            error.ShouldBeNull();
        else
            error.ShouldNotBeNull().Message.Length.ShouldBeLessThan(200);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    [Theory]
    [InlineData("{ a: b c: d { e: f } }", 3)]
    [InlineData("{ a: a } fragment F on Q { b: b }", 2)]
    public void Aliases_are_counted_in_all_selection_sets_together(string source, int aliases)
    {
        var bytes = Encoding.UTF8.GetBytes(source);

        Utf8GraphQLParser.TryParse(bytes, new ParserOptions { MaxAllowedAliases = aliases }, out _, out _).ShouldBeTrue();
        Utf8GraphQLParser.TryParse(bytes, new ParserOptions { MaxAllowedAliases = aliases - 1 }, out _, out var error).ShouldBeFalse();

        error!.Message.ShouldBe($"Document contains more than {aliases - 1} aliases. Parsing aborted.");
    }
}
