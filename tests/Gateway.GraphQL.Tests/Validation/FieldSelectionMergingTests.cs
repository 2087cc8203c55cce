namespace Gateway.GraphQL.Tests.Validation;

/// <summary>
/// Merging of fields (GraphQL September 2025, §5.3.2, https://spec.graphql.org/September2025/#sec-Field-Selection-Merging).
/// </summary>
public sealed class FieldSelectionMergingTests : ValidationTest
{
    [Theory]
    [InlineData("{ boat { name name } }")]
    [InlineData("{ boat { n: name n: name } boat { n: name id } }")]
    [InlineData("{ echo(whole: 1, text: \"a\") echo(text: \"a\", whole: 1) }")]
    [InlineData("{ vessels(filter: { minCrew: 1, limit: 2 }) { id } vessels(filter: { limit: 2, minCrew: 1 }) { name } }")]
    [InlineData("query($n: Int) { echo(whole: $n) echo(whole: $n) }")]
    [InlineData("{ boat { ...F ...F name } } fragment F on Boat { name mother { id } }")]
    public void Equal_fields_merge(string document) => IsValid(document);

    [Theory]
    [InlineData("{ vessel(id: 1) { ... on Ship { it: name } ... on Boat { it: flag } } }")]
    [InlineData("{ vessel(id: 1) { ... on Ship { crew(officers: true) } ... on Boat { crew(officers: false) } } }")]
    [InlineData("{ hold { ... on Ship { it: tender { x: id } } ... on Boat { it: mother { x: id y: length } } } }")]
    public void Fields_of_different_objects_may_differ_in_all_but_shape(string document) => IsValid(document);

    [Theory]
    [InlineData("{ boat { it: name it: kind } }", "types")]
    [InlineData("{ boat { it: name it: flag } }", "the fields `name` and `flag`")]
    [InlineData("{ echo(whole: 1) echo(whole: 2) }", "arguments")]
    [InlineData("{ echo(whole: 1) echo }", "arguments")]
    [InlineData("query($a: Int, $b: Int) { echo(whole: $a) echo(whole: $b) }", "arguments")]
    [InlineData("{ echo(list: [1, 2]) echo(list: [2, 1]) }", "arguments")]
    [InlineData("{ vessels(filter: { minCrew: 1 }) { id } vessels(filter: { limit: 1 }) { id } }", "arguments")]
    [InlineData("{ boat { it: name } boat { it: flag } }", "the fields `name` and `flag`")]
    [InlineData("{ boat { ...A ...B } } fragment A on Boat { it: name } fragment B on Boat { it: flag }", "the fields")]
    [InlineData("{ boat { ...A } } fragment A on Boat { it: name ...B } fragment B on Boat { it: flag }", "the fields")]
    [InlineData("{ vessel(id: 1) { it: name ... on Ship { it: flag } } }", "the fields")]
    [InlineData("{ vessel(id: 1) { it: name ... on Ship { it: flag } ... on Boat { it: flag } } }", "the fields")]
    [InlineData("{ hold { ... on Ship { it: name } ... on Boat { it: name } ... on Boat { it: flag } } }", "the fields")]
    [InlineData(
        "{ hold { ... on Ship { it: tender { x: name } } ... on Boat { it: mother { x: name } } ... on Ship { it: tender { x: flag } } } }",
        "the fields `name` and `flag`")]
    [InlineData("{ vessel(id: 1) { fleet { a: id } ... on Ship { fleet { a: name } } } }", "types")]
    public void Fields_that_may_be_of_one_object_must_be_equal(string document, string words) =>
        IsRefused(document, "Field-Selection-Merging", words);

    [Theory]
    [InlineData("{ hold { ... on Ship { it: length } ... on Boat { it: length } } }")]
    [InlineData("{ hold { ... on Ship { it: name } ... on Boat { it: mother { id } } } }")]
    [InlineData("{ hold { ... on Ship { it: id } ... on Boat { it: name } } }")]
    [InlineData("{ hold { ... on Ship { it: fleet { id } } ... on Boat { it: mother { id } } } }")]
    [InlineData("{ hold { ... on Ship { it: tender { x: length } } ... on Boat { it: mother { x: length } } } }")]
    [InlineData("{ hold { ... on Ship { it: tender { x: mother { y: id } } } ... on Boat { it: mother { x: tender { y: length } } } } }")]
    public void Fields_of_different_objects_must_have_one_shape_at_every_depth(string document) =>
        IsRefused(document, "Field-Selection-Merging", "types");

    [Fact]
    public void A_conflict_names_both_places() =>
        Validate("{\n  echo(whole: 1)\n  echo(whole: 2)\n}").Single().Locations.ShouldBe([new(2, 3), new(3, 3)]);
}
