using System.Text;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Tests.Language;

public class SyntaxErrorTests
{
    [Theory]
    // Documents
    [InlineData("", 1, 1, "Unexpected <EOF>.")]
    [InlineData("  \n# nothing\n", 3, 1, "Unexpected <EOF>.")]
    [InlineData("}", 1, 1, "Unexpected \"}\".")]
    [InlineData("foo { a }", 1, 1, "Unexpected Name \"foo\".")]
    [InlineData("Query { a }", 1, 1, "Unexpected Name \"Query\".")]
    [InlineData("{ a } 1", 1, 7, "Unexpected Int \"1\".")]
    [InlineData("\"d\"", 1, 4, "Unexpected <EOF>.")]
    [InlineData("\"d\" { a }", 1, 1, "Unexpected description, descriptions are not supported on shorthand queries.")]
    [InlineData("\"d\" extend type A @a", 1, 1, "Unexpected description, only GraphQL definitions support descriptions.")]
    [InlineData("\"d\" foo", 1, 1, "Unexpected description, only GraphQL definitions support descriptions.")]
    [InlineData("\"a\" \"b\" type A", 1, 5, "Unexpected String \"b\".")]
    // Operations
    [InlineData("{", 1, 2, "Expected Name, found <EOF>.")]
    [InlineData("{}", 1, 2, "Expected Name, found \"}\".")]
    [InlineData("{ a {} }", 1, 6, "Expected Name, found \"}\".")]
    [InlineData("query", 1, 6, "Expected \"{\", found <EOF>.")]
    [InlineData("query Q Q { a }", 1, 9, "Expected \"{\", found Name \"Q\".")]
    [InlineData("query () { a }", 1, 8, "Expected \"$\", found \")\".")]
    [InlineData("query ($a) { a }", 1, 10, "Expected \":\", found \")\".")]
    [InlineData("query ($a: ) { a }", 1, 12, "Expected Name, found \")\".")]
    [InlineData("query ($a: Int!!) { a }", 1, 16, "Expected \"$\", found \"!\".")]
    [InlineData("query ($a: [Int) { a }", 1, 16, "Expected \"]\", found \")\".")]
    [InlineData("query ($a: Int = $b) { a }", 1, 18, "Unexpected variable \"$b\" in constant value.")]
    [InlineData("query ($a: [Int] = [1 {b: $c}]) { a }", 1, 27, "Unexpected variable \"$c\" in constant value.")]
    [InlineData("query ($a: Int = $) { a }", 1, 18, "Unexpected \"$\".")]
    [InlineData("query ($a: Int @b(c: $d)) { a }", 1, 22, "Unexpected variable \"$d\" in constant value.")]
    [InlineData("{ a() }", 1, 5, "Expected Name, found \")\".")]
    [InlineData("{ a(b) }", 1, 6, "Expected \":\", found \")\".")]
    [InlineData("{ a(b:) }", 1, 7, "Unexpected \")\".")]
    [InlineData("{ a(b: [) }", 1, 9, "Unexpected \")\".")]
    [InlineData("{ a(b: {c}) }", 1, 10, "Expected \":\", found \"}\".")]
    [InlineData("{ a: }", 1, 6, "Expected Name, found \"}\".")]
    [InlineData("{ a: b: c }", 1, 7, "Expected Name, found \":\".")]
    [InlineData("{ \"a\" }", 1, 3, "Expected Name, found String \"a\".")]
    [InlineData("{ \"\"\"a\"\"\" }", 1, 3, "Expected Name, found BlockString \"a\".")]
    [InlineData("{ 1.5 }", 1, 3, "Expected Name, found Float \"1.5\".")]
    [InlineData("{ @a }", 1, 3, "Expected Name, found \"@\".")]
    [InlineData("{ a @ }", 1, 7, "Expected Name, found \"}\".")]
    [InlineData("{ a @b() }", 1, 8, "Expected Name, found \")\".")]
    [InlineData("{ a } }", 1, 7, "Unexpected \"}\".")]
    // Fragments
    [InlineData("{ ... }", 1, 7, "Expected \"{\", found \"}\".")]
    [InlineData("{ ...on }", 1, 9, "Expected Name, found \"}\".")]
    [InlineData("{ ... on A }", 1, 12, "Expected \"{\", found \"}\".")]
    [InlineData("{ ... on A {} }", 1, 13, "Expected Name, found \"}\".")]
    [InlineData("fragment on on A { a }", 1, 10, "Unexpected Name \"on\".")]
    [InlineData("fragment A { a }", 1, 12, "Expected \"on\", found \"{\".")]
    [InlineData("fragment A on { a }", 1, 15, "Expected Name, found \"{\".")]
    [InlineData("fragment A($a: Int) on B { a }", 1, 11, "Expected \"on\", found \"(\".")]
    [InlineData("fragment A on B", 1, 16, "Expected \"{\", found <EOF>.")]
    [InlineData("{ a }\r\n\r\nfragment é", 3, 10, "Unexpected character: U+00E9.")]
    public void An_executable_document_is_refused_at_the_offending_token(string source, int line, int column, string message) =>
        Refusal(source).ShouldBe(new SyntaxError(message, new Location(line, column)));

    [Theory]
    [InlineData("schema", 1, 7, "Expected \"{\", found <EOF>.")]
    [InlineData("schema {}", 1, 9, "Expected Name, found \"}\".")]
    [InlineData("schema { foo: A }", 1, 10, "Unexpected Name \"foo\".")]
    [InlineData("schema { query: [A] }", 1, 17, "Expected Name, found \"[\".")]
    [InlineData("extend", 1, 7, "Unexpected <EOF>.")]
    [InlineData("extend foo", 1, 8, "Unexpected Name \"foo\".")]
    [InlineData("extend query { a }", 1, 8, "Unexpected Name \"query\".")]
    [InlineData("extend directive @a on FIELD", 1, 8, "Unexpected Name \"directive\".")]
    [InlineData("extend schema", 1, 14, "Unexpected <EOF>.")]
    [InlineData("extend schema @a {}", 1, 19, "Expected Name, found \"}\".")]
    [InlineData("extend scalar A", 1, 16, "Unexpected <EOF>.")]
    [InlineData("extend type A", 1, 14, "Unexpected <EOF>.")]
    [InlineData("extend type A {}", 1, 16, "Expected Name, found \"}\".")]
    [InlineData("extend interface A", 1, 19, "Unexpected <EOF>.")]
    [InlineData("extend union A", 1, 15, "Unexpected <EOF>.")]
    [InlineData("extend enum A type B", 1, 15, "Unexpected Name \"type\".")]
    [InlineData("extend input A", 1, 15, "Unexpected <EOF>.")]
    [InlineData("extend \"d\" type A @a", 1, 8, "Unexpected String \"d\".")]
    [InlineData("type", 1, 5, "Expected Name, found <EOF>.")]
    [InlineData("type A {}", 1, 9, "Expected Name, found \"}\".")]
    [InlineData("type A { b }", 1, 12, "Expected \":\", found \"}\".")]
    [InlineData("type A { b(): C }", 1, 12, "Expected Name, found \")\".")]
    [InlineData("type A { b: C = 1 }", 1, 15, "Expected Name, found \"=\".")]
    [InlineData("type A implements { b: C }", 1, 19, "Expected Name, found \"{\".")]
    [InlineData("type A implements B C { b: C }", 1, 21, "Unexpected Name \"C\".")]
    [InlineData("type A implements B & { b: C }", 1, 23, "Expected Name, found \"{\".")]
    [InlineData("type A implements && B", 1, 20, "Expected Name, found \"&\".")]
    [InlineData("type A @b(c: $d) { e: F }", 1, 14, "Unexpected variable \"$d\" in constant value.")]
    [InlineData("interface A {}", 1, 14, "Expected Name, found \"}\".")]
    [InlineData("union A =", 1, 10, "Expected Name, found <EOF>.")]
    [InlineData("union A = |", 1, 12, "Expected Name, found <EOF>.")]
    [InlineData("union A = || B", 1, 12, "Expected Name, found \"|\".")]
    [InlineData("union A = B |", 1, 14, "Expected Name, found <EOF>.")]
    [InlineData("enum A {}", 1, 9, "Expected Name, found \"}\".")]
    [InlineData("enum A { true }", 1, 10, "Name \"true\" is reserved and cannot be used for an enum value.")]
    [InlineData("enum A { B false }", 1, 12, "Name \"false\" is reserved and cannot be used for an enum value.")]
    [InlineData("enum A { \"d\" null }", 1, 14, "Name \"null\" is reserved and cannot be used for an enum value.")]
    [InlineData("input A {}", 1, 10, "Expected Name, found \"}\".")]
    [InlineData("input A { b(c: D): E }", 1, 12, "Expected \":\", found \"(\".")]
    [InlineData("input A { b: C = $d }", 1, 18, "Unexpected variable \"$d\" in constant value.")]
    [InlineData("directive a on FIELD", 1, 11, "Expected \"@\", found Name \"a\".")]
    [InlineData("directive @a FIELD", 1, 14, "Expected \"on\", found Name \"FIELD\".")]
    [InlineData("directive @a on", 1, 16, "Expected Name, found <EOF>.")]
    [InlineData("directive @a on FIELD | field", 1, 25, "Unexpected Name \"field\".")]
    [InlineData("directive @a on DIRECTIVE_DEFINITION", 1, 17, "Unexpected Name \"DIRECTIVE_DEFINITION\".")]
    [InlineData("directive @a() on FIELD", 1, 14, "Expected Name, found \")\".")]
    public void A_type_system_document_is_refused_at_the_offending_token(string source, int line, int column, string message) =>
        Refusal(source).ShouldBe(new SyntaxError(message, new Location(line, column)));

    [Theory]
    [InlineData("", 1, "Unexpected <EOF>.")]
    [InlineData("1 2", 3, "Expected <EOF>, found Int \"2\".")]
    [InlineData("$a", 1, "Unexpected variable \"$a\" in constant value.")]
    [InlineData("[", 2, "Unexpected <EOF>.")]
    public void A_value_on_its_own_is_constant_and_all_there_is(string source, int column, string message)
    {
        var bytes = Encoding.UTF8.GetBytes(source);

        Utf8GraphQLParser.TryParseValue(bytes, ParserOptions.Default, out var value, out var error).ShouldBeFalse();

        value.ShouldBeNull();
        error.ShouldBe(new SyntaxError(message, new Location(1, column)));
    }

    [Theory]
    [InlineData("[A", 12, "Expected \"]\", found \")\".")]
    [InlineData("[]", 11, "Expected Name, found \"]\".")]
    [InlineData("A!!", 12, "Expected \"$\", found \"!\".")]
    public void A_type_is_a_name_in_lists_and_non_nulls(string type, int column, string message) =>
        Refusal($"query($a:{type}) {{ a }}").ShouldBe(new SyntaxError(message, new Location(1, column)));

    [Fact]
    public void A_message_repeats_no_more_than_the_start_of_a_long_token() =>
        Refusal($"{{ \"{new string('x', 79)}🏊{new string('y', 1000)}\" }}").Message
            .ShouldBe($"Expected Name, found String \"{new string('x', 79)}…\".");

    private static SyntaxError Refusal(string source)
    {
        Utf8GraphQLParser.TryParse(Encoding.UTF8.GetBytes(source), ParserOptions.Default, out var document, out var error).ShouldBeFalse();
        document.ShouldBeNull();
        return error;
    }
}
