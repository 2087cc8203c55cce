using Gateway.GraphQL.Tests.SchemaFirst;
using Gateway.GraphQL.Validation;

namespace Gateway.GraphQL.Tests.Validation;

/// <summary>
/// Validation of directives (GraphQL September 2025, §5.7, https://spec.graphql.org/September2025/#sec-Validation.Directives).
/// </summary>
public sealed class DirectiveRulesTests : ValidationTest
{
    [Fact]
    public void Directives_where_they_belong_are_valid() =>
        IsValid("{ boat @skip(if: false) @include(if: true) { ...F @skip(if: true) ... @include(if: true) { id } } } fragment F on Boat { id }");

    [Theory]
    [InlineData("{ boat @hide { id } }")]
    [InlineData("query @hide { boat { id } }")]
    [InlineData("query($n: Int @hide) { echo(whole: $n) }")]
    [InlineData("{ boat { ...F } } fragment F on Boat @hide { id }")]
    [InlineData("{ boat { ... @hide { id } } }")]
    public void An_unknown_directive_is_refused(string document) => IsRefused(document, "Directives-Are-Defined", "no directive `@hide`");

    [Theory]
    [InlineData("query @skip(if: true) { boat { id } }", "`@skip` can't stand on a query")]
    [InlineData("mutation @include(if: true) { launch(at: { lat: 1 }, name: \"x\") { id } }", "a mutation")]
    [InlineData("query($n: Int @skip(if: true)) { echo(whole: $n) }", "the definition of a variable")]
    [InlineData("{ boat { ...F } } fragment F on Boat @skip(if: true) { id }", "the definition of a fragment")]
    [InlineData("{ boat @deprecated { id } }", "`@deprecated` can't stand on a field")]
    [InlineData("{ boat { ... @oneOf { id } } }", "an inline fragment")]
    [InlineData("{ boat { ...F @oneOf } } fragment F on Boat { id }", "a fragment spread")]
    public void A_directive_in_the_wrong_place_is_refused(string document, string words) =>
        IsRefused(document, "Directives-Are-in-Valid-Locations", words);

    [Fact]
    public void A_directive_that_is_repeatable_may_be_repeated()
    {
        var schema = SchemaFirstBuilder.New().AddDocumentFromString("directive @mark(at: Int) repeatable on FIELD type Query { a: Int }").Create();
        DocumentValidator.Validate(schema, Parse("{ a @mark(at: 1) @mark(at: 2) @skip(if: false) }"), new ValidationOptions()).ShouldBeEmpty();
        DocumentValidator.Validate(schema, Parse("query @mark { a @mark(to: 1) }"), new ValidationOptions()).Select(SectionOf)
            .ShouldBe(["Directives-Are-in-Valid-Locations", "Argument-Names"]);
    }

    [Theory]
    [InlineData("{ boat @skip(if: true) @skip(if: true) { id } }")]
    [InlineData("{ boat { ...F @include(if: true) @skip(if: true) @include(if: false) } } fragment F on Boat { id }")]
    public void A_directive_that_is_repeated_is_refused(string document) => IsRefused(document, "Directives-Are-Unique-per-Location", "only once");
}
