using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Tests.Fuzzing;

namespace Gateway.GraphQL.Tests.Language;

public class RoundTripTests
{
    private static readonly string[] Documents =
    [
        "{ a }",
        "type A { a: B }",
        "type A query { b }",
        "extend type A @b query { c }",
        "enum A interface B input C union D type E query { f }",
        "query Q($a: [[Int!]]! = [[1] []] @b(c: {d: e})) @f { g: h(i: $a j: \"\\n\" k: \"\"\"\n l\n  m\n\"\"\") "
            + "{ ...N @o ... { p } ... on Q @r { s } } }",
        "\"d\" mutation M(\"e\" $f: G \"\"\"h\n i\"\"\" $j: K) { l }",
        "\"\"\"\n a\n\n  b \n\"\"\" fragment F on A @b(c: \"\"\" d\"\"\") { e }",
        "\"s\" schema @a { query: B subscription: C } extend schema { mutation: D } extend schema @e(f: [])",
        "scalar A @b extend scalar A @c(d: null)",
        "\"a\" type A implements B & C @d { \"e\" f(\"g\" h: [I!] = [1 2] @j k: L = {m: {}}): N! @o p: Q }",
        "interface A implements & B { c: D } extend interface A implements C extend interface A { e: F }",
        "union A @b = | C | D extend union A = E",
        "enum A { \"b\" B @c(d: D) E } extend enum A @f extend enum A { G }",
        "input A @b { \"c\" c: D = \"\"\"e\"\"\" @f g: [H!]! } extend input A { i: J }",
        "\"a\" directive @a(\"b\" b: C = 1 @d e: F) repeatable on | FIELD | SCHEMA directive @g on ENUM_VALUE",
        "directive @loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong(a: A b: B) on FIELD",
    ];

    public static TheoryData<string> Sources => [.. Documents];

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_document_reads_back_as_the_same_document(string source) => ShouldReadBack(source).ShouldBeTrue();

    [Property(MaxTest = 2_000, MaxRejected = 40_000, QuietOnSuccess = true, Arbitrary = [typeof(TokenChanges)])]
    public Property Documents_with_tokens_moved_about_read_back_where_they_parse(TokenChanges changes, NonNegativeInt source) =>
        Prop.Implies(ShouldReadBack(changes.ApplyTo(Documents[source.Get % Documents.Length])), true);

    [Property(MaxTest = 5_000, QuietOnSuccess = true, Arbitrary = [typeof(Texts)])]
    public void Any_text_survives_as_value_and_as_description(string text, bool isBlock)
    {
        var item = new ObjectFieldNode("a", new StringValueNode(text, isBlock, default), default);
        var value = new ListValueNode([new ObjectValueNode([item], default)], default);
        var field = new EnumValueDefinitionNode(text, "A", [], default);
        var definition = new EnumTypeDefinitionNode(IsExtension: false, text, "A", [], [field], default);

        SyntaxShape.Of(Utf8GraphQLParser.ParseValue(DocumentPrinter.Print(value))).ShouldBe(SyntaxShape.Of(value));
        SyntaxShape.Of(Utf8GraphQLParser.Parse(DocumentPrinter.Print(definition)).Definitions[0]).ShouldBe(SyntaxShape.Of(definition));
    }

    private static bool ShouldReadBack(string source)
    {
        if (!Utf8GraphQLParser.TryParse(Encoding.UTF8.GetBytes(source), ParserOptions.Default, out var document, out _))
            return false;
        var printed = DocumentPrinter.Print(document);
        var again = Utf8GraphQLParser.Parse(printed);
        SyntaxShape.Of(again).ShouldBe(SyntaxShape.Of(document));
        DocumentPrinter.Print(again).ShouldBe(printed);
        return true;
    }

    /// <summary>Short texts of what makes trouble in a string.</summary>
    private static class Texts
    {
        public static Arbitrary<string> Text() =>
            Arb.Convert(Arb.Array(Arb.From(Gen.Elements(Runes("ab  \n\n\t\"\"\"\"\\#{é\r\0\u0085\u2028🏊")))), string.Concat, Runes);

        private static string[] Runes(string text) => [.. text.EnumerateRunes().Select(rune => rune.ToString())];
    }
}
