using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators.Tests;

/// <summary>Mistakes are refused where they are made.</summary>
public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("public static char Letter => 'c';", "GQL0001 (4,20): `Query.letter`: char has no GraphQL type as a result")]
    [InlineData("public static char[] GetLetters() => [];", "GQL0001 (4,22): `Query.letters`: char[] has no GraphQL type as a result")]
    [InlineData(
        "public static int F(char c) => 1;",
        "GQL0002 (4,26): `Query.f(c:)`: char has no GraphQL type as an argument, and is no service: mark a service with [Service]")]
    [InlineData("public static int F(Pair p) => 1; public record Pair(char A);", "GQL0003 (4,59): `PairInput.a`: char has no GraphQL type as an input")]
    [InlineData(
        "public static int A => 1; public static int GetA() => 1;",
        "GQL0004 (4,19): `Query.a` is defined twice; the second time by Queries.A: rename one with [GraphQLName], or mark it with [GraphQLIgnore]")]
    [InlineData(
        "public static int F(Closed c) => 1; public class Closed { internal Closed(int x) => X = x; public int X { get; } }",
        "GQL0005 (4,50): Queries.Closed can't be an input object: no public constructor has just its properties as parameters")]
    [InlineData(
        "public static int F([DefaultValue('x')] string a) => 1;",
        "GQL0006 (4,48): The default of `Query.f(a:)` is no GraphQL literal: use [DefaultValueSyntax]")]
    [InlineData(
        "internal static int G() => 1; public static Hidden? F() => null; private class Hidden { public int A => 1; }",
        "GQL0007 (4,80): Queries.Hidden is not accessible to generated code: make it and the types around it internal or public")]
    [InlineData(
        "public static Item? F() => null; public record Item([ID] string Id);",
        "HC0105 (4,65): [ID] of Id is for its property: write [property: ID]")]
    public void A_mistake_has_an_id_a_message_and_a_place(string members, string expected) =>
        new Generation($"[QueryType] internal static partial class Queries\n{{\n#pragma warning disable CS0050\n{members}\n}}").Errors
            .Where(error => error.StartsWith("GQL", StringComparison.Ordinal) || error.StartsWith("HC", StringComparison.Ordinal)).ShouldBe([expected]);

    [Theory]
    [InlineData("[QueryType] internal static class Some { public static int A => 1; }", "HC0091 (1,35): Some adds fields to a root type: make it partial")]
    [InlineData(
        "[ObjectType<Item>] internal static class Some { public static int A => 1; }", "HC0080 (1,42): Some adds fields to an object type: make it partial")]
    [InlineData(
        "[ObjectType<Item>] internal partial class Some { public int A => 1; }", "HC0081 (1,43): Some adds fields to an object type: make it static")]
    [InlineData(
        "[ObjectType<Item>] internal static partial class Some { public static int F([Parent] string item) => 1; }",
        "HC0097 (1,93): `Item.f`: the parent is Item, not string")]
    public void A_class_of_fields_has_the_form_that_HotChocolate_asks_for(string source, string expected) =>
        new Generation($"{source} public sealed class Item {{ public int B => 1; }}").Errors.ShouldBe([expected]);

    [Fact]
    public void Types_without_documentation_are_refused() =>
        new Generation(DocumentationMode.None, Sources.Library).Errors.ShouldContain(error => error.StartsWith("GQL0008", StringComparison.Ordinal));

    [Fact]
    public void An_assembly_without_types_needs_no_documentation()
    {
        var generation = new Generation(DocumentationMode.None, "internal sealed class Other;");
        generation.Errors.ShouldBeEmpty();
        generation.Result.GeneratedSources.ShouldBeEmpty();
    }
}
