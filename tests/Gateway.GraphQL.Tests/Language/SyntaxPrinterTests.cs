using Gateway.GraphQL.Language;
using Snapshooter.Xunit3;

namespace Gateway.GraphQL.Tests.Language;

public class SyntaxPrinterTests
{
    [Fact]
    public void A_schema_is_printed_in_the_style_of_the_export() => Snapshot.Match(Printed(
        """
        "The root types." schema @tag(name: "x") { query: Query mutation: Mutation }
        type Query {
          "Looks up one antenna site." site("Site code." code: ID!): Site @cost(weight: "10")
          sites(
            first: Int after: String last: Int before: String
            where: SiteFilterInput @cost(weight: "10") order: [SiteSortInput!] @cost(weight: "10")
          ): SitesConnection @listSize(assumedSize: 50 slicingArguments: ["first" "last"] slicingArgumentDefaultValue: 10
              sizedFields: ["edges" "nodes"] requireOneSlicingArgument: false) @cost(weight: "10")
          two("The first." a: Int b: Int = 1): Int
          block("Of two\nlines." a: Int): Int
        }
        "A mast or roof location.\nSecond line of text."
        type Site implements Node & Named { code: ID! since: DateTime! @deprecated(reason: "Use builtAt.") }
        "Without fields." interface Node
        union Place = Site | Roof
        union AnyPlaceThatAnAntennaCanBeMountedOn = Site | Roof | Mast | Chimney | WaterTower | Bridge
        enum Band { "Fifth generation." NR5_G LTE_3D @deprecated(reason: "gone") }
        input SiteRef @oneOf {
          "By code." code: ID
          near: Point = {x: 1 y: [1.5 2]}
          long: Point = {x: "A value that is far too long for what is left of the line." y: [1 2]}
        }
        scalar Any @specifiedBy(url: "https://scalars.graphql.org/chillicream/any.html")
        scalar Long @specifiedBy(url: "https://scalars.graphql.org/chillicream/long.html")
        directive @tag(name: String! = "x") repeatable on SCHEMA | OBJECT
        directive @cost(weight: String!) on SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM | INPUT_FIELD_DEFINITION
        extend type Site implements Other
        extend schema @a
        """));

    [Fact]
    public void An_executable_document_is_printed_one_selection_a_line() => Snapshot.Match(Printed(
        """"
        { a }
        "Described." query Q($a: Int! = 1 @b $c: [D]) @e(f: $a) {
          g: h(i: -1.5e3 j: null k: {l: []} m: {}) @skip(if: true) { ...F @n ... on T { o } ... @p { q(r: """block""" s: "quoted") } }
        }
        mutation("One." $a: Int $b: Int) { t(text: """
          two

            lines
        """) }
        subscription S { u }
        fragment F on T @v { __typename }
        query { w }
        """"));

    [Theory]
    [InlineData("interface Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa implements Bbbbbbbbbbbbbbbbbbbbb & Ccccccccccc", "interface Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa implements Bbbbbbbbbbbbbbbbbbbbb &\n  Ccccccccccc")]
    [InlineData("scalar A @b @c", "scalar A @b @c")]
    [InlineData("\"a\\nb\" scalar A", "\"\"\"\na\nb\n\"\"\"\nscalar A")]
    [InlineData("\"\" scalar A", "\"\"\nscalar A")]
    [InlineData("\" a\\n b\" scalar A", "\" a\\n b\"\nscalar A")]
    [InlineData("\"a\\n\" scalar A", "\"a\\n\"\nscalar A")]
    [InlineData("\"say \\\"hi\\\"\" scalar A", "\"say \\\"hi\\\"\"\nscalar A")]
    [InlineData("\"\"\"one line\"\"\" scalar A", "\"one line\"\nscalar A")]
    public void A_definition_is_printed_like_this(string source, string printed) =>
        DocumentPrinter.Print(Utf8GraphQLParser.Parse(source).Definitions[0]).ShouldBe(printed);

    [Theory]
    [InlineData("\"\\u0000\\u001F\\u007F\\u0085\\b\\f\\n\\r\\t\\\"\\\\/é🏊\u2028\"", "\"\\u0000\\u001F\\u007F\\u0085\\b\\f\\n\\r\\t\\\"\\\\/é🏊\u2028\"")]
    [InlineData("\"\"\" lead\"\"\"", "\"\"\" lead\"\"\"")]
    [InlineData("\"\"\"ends \\\"\"\"\n\"\"\"", "\"\"\"\nends \\\"\"\"\n\"\"\"")]
    [InlineData("\"\"\"ends \\\n\"\"\"", "\"\"\"\nends \\\n\"\"\"")]
    [InlineData("\"\"\"\u0007\"\"\"", "\"\\u0007\"")]
    [InlineData("\"\"\"\"\"\"", "\"\"\"\"\"\"")]
    public void A_string_is_printed_so_that_it_reads_back(string source, string printed) =>
        DocumentPrinter.Print(Utf8GraphQLParser.ParseValue(source)).ShouldBe(printed);

    [Fact]
    public void A_line_of_eighty_columns_is_not_broken_and_one_of_eighty_one_is()
    {
        DocumentPrinter.Print(Utf8GraphQLParser.ParseValue($"[1 {new string('2', 75)}]")).ShouldBe($"[1, {new string('2', 75)}]");
        DocumentPrinter.Print(Utf8GraphQLParser.ParseValue($"[1 {new string('2', 76)}]")).ShouldBe($"[\n  1\n  {new string('2', 76)}\n]");
    }

    private static string Printed(string source) => DocumentPrinter.Print(Utf8GraphQLParser.Parse(source));
}
