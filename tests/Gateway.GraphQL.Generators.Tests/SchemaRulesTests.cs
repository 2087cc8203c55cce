using System.Text.RegularExpressions;

namespace Gateway.GraphQL.Generators.Tests;

/// <summary>What one assembly's types do against the specification is refused where it is written.</summary>
public sealed class SchemaRulesTests
{
    [Theory]
    [InlineData("public static int Get2() => 1;", "GQL0009 (4,19): `Query.2` has no valid name: letters, digits and `_`, and no digit first")]
    [InlineData("[GraphQLName(\"\")] public static int A => 1;", "GQL0009 (4,37): `Query.` has no valid name: letters, digits and `_`, and no digit first")]
    [InlineData("public static int F(int é) => 1;", "GQL0009 (4,25): `Query.f(é:)` has no valid name: letters, digits and `_`, and no digit first")]
    [InlineData(
        "public static A? F() => null; [GraphQLName(\"a-b\")] public record A(int X);",
        "GQL0009 (4,66): `a-b` has no valid name: letters, digits and `_`, and no digit first")]
    [InlineData(
        "[GraphQLName(\"__x\")] public static int X => 1;",
        "GQL0010 (4,40): `Query.__x` has a name that is reserved for introspection: begin it with one `_` at most")]
    [InlineData(
        "public static int F([GraphQLName(\"__a\")] int a) => 1;",
        "GQL0010 (4,46): `Query.f(__a:)` has a name that is reserved for introspection: begin it with one `_` at most")]
    [InlineData(
        "public static int F(A a) => 1; public record A([property: GraphQLName(\"__b\")] int B);",
        "GQL0010 (4,83): `AInput.__b` has a name that is reserved for introspection: begin it with one `_` at most")]
    [InlineData(
        "public static E F() => default; public enum E { [GraphQLName(\"__LOW\")] Low }",
        "GQL0010 (4,72): `E.__LOW` has a name that is reserved for introspection: begin it with one `_` at most")]
    [InlineData(
        "public static E F() => default; public enum E { [GraphQLName(\"null\")] Low }",
        "GQL0011 (4,71): `E.null` has the name of another literal: rename it with [GraphQLName]")]
    public void A_name_that_is_none_or_reserved(string members, string expected) => ErrorsOf(members).ShouldBe([expected]);

    [Theory]
    [InlineData(
        "public static E F() => default; public enum E { Same, [GraphQLName(\"SAME\")] Other }",
        "GQL0004 (4,77): `E.SAME` is defined twice; the second time by Other: rename one with [GraphQLName], or mark it with [GraphQLIgnore]")]
    [InlineData(
        "public static int F(int a, [GraphQLName(\"a\")] int b) => 1;",
        "GQL0004 (4,51): `Query.f(a:)` is defined twice; the second time by b: rename one with [GraphQLName], or mark it with [GraphQLIgnore]")]
    public void Two_members_with_one_name(string members, string expected) => ErrorsOf(members).ShouldBe([expected]);

    [Theory]
    [InlineData("public static A? F() => null; public class A;", "GQL0012 (4,44): The type `A` has no fields: it needs at least one")]
    [InlineData("public static A? F() => null; public interface A;", "GQL0012 (4,48): The type `A` has no fields: it needs at least one")]
    [InlineData("public static int F(A a) => 1; public class A;", "GQL0012 (4,45): The input object `AInput` has no fields: it needs at least one")]
    [InlineData("public static A F() => default; public enum A { [GraphQLIgnore] B }", "GQL0012 (4,45): The enum `A` has no values: it needs at least one")]
    public void A_type_without_members(string members, string expected) => ErrorsOf(members).ShouldBe([expected]);

    [Fact]
    public void A_type_of_another_assembly_may_have_its_fields_there() =>
        ErrorsOf("public static Gateway.GraphQL.Definitions.InputFieldCollection? F() => null;").ShouldBeEmpty();

    [Theory]
    [InlineData(
        "public static int F([GraphQLDeprecated(\"old\")] int a) => 1;",
        "GQL0013 (4,52): `Query.f(a:)` is required and can't be deprecated: make it nullable or give it a default first")]
    [InlineData(
        "public static int F(A a) => 1; public record A([property: Obsolete] int B);",
        "GQL0013 (4,73): `AInput.b` is required and can't be deprecated: make it nullable or give it a default first")]
    [InlineData(
        "public static int F(A a) => 1; [OneOf] public record A(int B, int? C);", "GQL0014 (4,60): `AInput.b` must be nullable, since `AInput` is @oneOf")]
    [InlineData(
        "public static int F(A a) => 1; [OneOf] public record A(int? B = 1, int? C = null);",
        "GQL0014 (4,61): `AInput.b` must have no default, since `AInput` is @oneOf")]
    public void An_input_that_is_required_or_has_a_default(string members, string expected) => ErrorsOf(members).ShouldBe([expected]);

    [Theory]
    [InlineData(
        "public static int F(A a) => 1; public record A(A B, int C);",
        "GQL0018 (4,50): Queries.A needs itself without end (`AInput.b` → `AInput.b`): make one of these fields nullable or a list; a @oneOf needs a field of another type")]
    [InlineData(
        "public static int F(A a) => 1; public record A(B B, int C); public record B(A? X, A Y);",
        "GQL0018 (4,50): Queries.A needs itself without end (`AInput.b` → `BInput.y` → `AInput.b`): make one of these fields nullable or a list; a @oneOf needs a field of another type")]
    [InlineData(
        "public static int F(A a) => 1; [OneOf] public class A { public A? B { get; set; } }",
        "GQL0018 (4,67): Queries.A needs itself without end (`AInput.b` → `AInput.b`): make one of these fields nullable or a list; a @oneOf needs a field of another type")]
    public void An_input_object_without_end(string members, string expected) => ErrorsOf(members).ShouldBe([expected]);

    [Theory]
    [InlineData("{", "it ends too early")]
    [InlineData("1 2", "unexpected `2`")]
    [InlineData("$a", "unexpected `$a`")]
    [InlineData("{ a 1 }", "unexpected `1 }`")]
    [InlineData("\"\\x\"", "unexpected `\"\\x\"`")]
    [InlineData("01", "unexpected `01`")]
    [InlineData("", "it ends too early")]
    public void A_default_that_does_not_parse(string literal, string expected) =>
        ErrorsOf($"public static int F([DefaultValueSyntax({Quote(literal)})] string? a) => 1;").Select(WithoutPlace)
            .ShouldBe([$"GQL0015: The default of `Query.f(a:)` is no GraphQL literal: {expected}"]);

    [Theory]
    [InlineData("int", "\"x\"", "expects a whole number of 32 bits (`Int`), not \"x\"")]
    [InlineData("int", "2147483648", "expects a whole number of 32 bits (`Int`), not 2147483648")]
    [InlineData("int", "null", "expects a value, not null")]
    [InlineData("long?", "1.0", "expects a whole number of 64 bits (`Long`), not 1.0")]
    [InlineData("double", "1e999", "expects a finite number (`Float`), not 1e999")]
    [InlineData("bool", "TRUE", "expects true or false (`Boolean`), not TRUE")]
    [InlineData("string", "1", "expects a string (`String`), not 1")]
    [InlineData("[ID] string", "1.5", "expects a string or a whole number (`ID`), not 1.5")]
    [InlineData(
        "DateTimeOffset",
        "\"2026-02-30T00:00:00Z\"",
        "expects an RFC 3339 date and time with an offset, such as \"2026-01-31T09:00:00Z\" (`DateTime`), not \"2026-02-30T00:00:00Z\"")]
    [InlineData("Level", "HIGH", "expects a value of the enum `Level`, not HIGH")]
    [InlineData("Level[]", "[LOW, null]", "at `1` expects a value, not null")]
    [InlineData("List<int>[]", "[[1], [\"a\"]]", "at `1.0` expects a whole number of 32 bits (`Int`), not \"a\"")]
    [InlineData("Pair", "[]", "expects an input object `PairInput`, not a list")]
    [InlineData("Pair", "{ b: 1 }", "at `a` is required")]
    [InlineData("Pair", "{ a: 1, c: 1 }", "has no field `c` (`PairInput`)")]
    [InlineData("Pair", "{ a: 1, a: 1 }", "gives the field `a` twice: remove one")]
    [InlineData("Pair", "{ a: 1, next: { a: \"\" } }", "at `next.a` expects a whole number of 32 bits (`Int`), not \"\"")]
    [InlineData("Choice", "{ a: 1, b: 1 }", "expects exactly one field of `ChoiceInput`, and that not null")]
    public void A_default_that_does_not_fit(string type, string literal, string expected) =>
        ErrorsOf(FieldWith(type, literal)).Select(WithoutPlace).ShouldBe([$"GQL0016: The default of `Query.f(a:)` {expected}"]);

    [Fact]
    public void A_wrong_default_has_a_place() => ErrorsOf("public static int F([DefaultValue(\"x\")] int a) => 1;").ShouldBe(
        ["GQL0016 (4,45): The default of `Query.f(a:)` expects a whole number of 32 bits (`Int`), not \"x\""]);

    [Theory]
    [InlineData("int", "-0")]
    [InlineData("int?", "null")]
    [InlineData("long", "-9223372036854775808")]
    [InlineData("double", "1")]
    [InlineData("double", "-1.5E+3")]
    [InlineData("string", "\"\\\" \\u00e9 \\u{1F4A9}\"")]
    [InlineData("string", "\"\"")]
    [InlineData("string", "\"\"\" a \" \\\"\"\" \n b \"\"\"")]
    [InlineData("[ID] string", "1")]
    [InlineData("DateTimeOffset", "\"2026-01-31t09:00:00.123456789+01:00\"")]
    [InlineData("Level[]", "LOW # one becomes a list")]
    [InlineData("List<int?>[]", "[[1, null], [], 2]")]
    [InlineData("Pair", "{ a: 1, next: { a: 2, next: null }, }")]
    [InlineData("Choice", "{ b: 1 }")]
    public void A_default_that_fits(string type, string literal) => ErrorsOf(FieldWith(type, literal)).ShouldBeEmpty();

    [Fact]
    public void A_default_without_end() => ErrorsOf(
        "public static int F(A a) => 1; public class A { [DefaultValueSyntax(\"{}\")] public A? Next { get; set; } }").ShouldBe(
        ["GQL0017 (4,86): The default of `AInput.next` needs itself without end (`AInput.next` → `AInput.next`): give the next field a value in one of these defaults, or remove one"]);

    [Theory]
    [InlineData(
        "public static First? A => null; public static Second? B => null;",
        "GQL0019 (8,45): Two types are named `Other`, First and Second: rename one with [GraphQLName]")]
    [InlineData(
        "public static First? A() => null; public static int F(Third c) => 1;",
        "GQL0019 (9,45): Two types are named `Other`, First and the input Third: rename one with [GraphQLName]")]
    [InlineData(
        "public static Fourth? A => null;",
        "GQL0019 (10,46): Two types are named `String`, a scalar and Fourth: rename one with [GraphQLName]")]
    public void Two_types_with_one_name(string members, string expected) => ErrorsOf(members, """


        [GraphQLName("Other")] public sealed record First(int X);
        [GraphQLName("Other")] public sealed record Second(int X);
        [GraphQLName("Other")] public sealed record Third(int X);
        [GraphQLName("String")] public sealed record Fourth(int X);
        """).ShouldBe([expected]);

    [Theory]
    [InlineData(
        "[QueryType] internal static partial class One { public static int A => 1; } [QueryType] internal static partial class Two { public static int A => 1; }",
        "GQL0004 (2,143): `Query.a` is defined twice; the second time by Two.A: rename one with [GraphQLName], or mark it with [GraphQLIgnore]")]
    [InlineData(
        "[ObjectType] public class One { public int A => 1; } [ObjectType<One>] internal static partial class Two { public static int GetA() => 1; }",
        "GQL0004 (2,126): `One.a` is defined twice; the second time by Two.GetA(): rename one with [GraphQLName], or mark it with [GraphQLIgnore]")]
    public void A_field_that_a_class_of_the_module_adds_again(string source, string expected) =>
        new Generation($"[assembly: Module(\"Types\")]\n{source}").Errors.ShouldBe([expected]);

    [Fact]
    public void Classes_that_no_schema_has_together_may_add_one_field() => new Generation(
        "[QueryType] internal static partial class One { public static int A => 1; } [QueryType] internal static partial class Two { public static int A => 1; }")
        .Errors.ShouldBeEmpty();

    [Fact]
    public void Types_of_different_schemas_may_have_one_name()
    {
        const string Source = """
            namespace Sample
            {
                using Gateway.GraphQL.Definitions;

                internal static class Schemas
                {
                    public static object First() => SchemaBuilder.New().AddQueryType<One.Query>();

                    public static object Second() => SchemaBuilder.New().AddQueryType<Two.Query>();
                }

                namespace One { public sealed class Query { public int A => 1; } }

                namespace Two { public sealed class Query { public int A => 1; } }
            }
            """;
        new Generation(Source).Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[ObjectType<A>] internal static partial class Members { public static int X => 1; }")]
    [InlineData("[ExtendObjectType(\"A\")] internal sealed class Members { public int X => 1; }")]
    [InlineData("internal sealed class Members : ObjectType<A> { protected override void Configure(IObjectTypeDescriptor<A> descriptor) { } }")]
    public void A_type_whose_fields_another_class_adds_is_not_empty(string members) =>
        ErrorsOf("public static A? F() => null;", $"public class A; {members}").ShouldBeEmpty();

    private static string FieldWith(string type, string literal) => $$"""
        public static int F([DefaultValueSyntax({{Quote(literal)}})] {{type}} a) => 1;
        public enum Level { Low }
        public sealed record Pair(int A, Pair? Next, int? B = 1);
        [OneOf] public sealed record Choice(int? A, int? B);
        """;

    private static string Quote(string literal) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(literal, quote: true);

    private static string WithoutPlace(string error) => Regex.Replace(error, @"^(\w+) \(\d+,\d+\)", "$1");

    /// <summary>The errors of the fields of a query type, which are on line 4.</summary>
    private static IEnumerable<string> ErrorsOf(string members, string others = "") =>
        new Generation($"[QueryType]\ninternal static partial class Queries\n{{\n{members}\n}}{others}").Errors;
}
