namespace Gateway.GraphQL.Tests.Validation;

/// <summary>Validation of values (GraphQL September 2025, §5.6, https://spec.graphql.org/September2025/#sec-Values).</summary>
public sealed class ValueRulesTests : ValidationTest
{
    [Theory]
    [InlineData("{ echo(whole: -2147483648, number: 1, text: \"\"\"x\"\"\", flag: false, id: 12, kind: STEAM, big: 9223372036854775807) }")]
    [InlineData("{ echo(number: 1.5e3, id: \"a\", list: 1, matrix: 1, since: \"2026-01-31T09:00:00Z\") }")]
    [InlineData("{ echo(whole: null, list: null, matrix: [[1], [], 2]) }")]
    [InlineData("query($n: Int!) { echo(list: [1, $n], matrix: [[$n]]) }")]
    [InlineData("{ vessels(filter: { kinds: SAIL, and: { minCrew: 1 }, key: { near: { lat: 1, lon: 2.5 } } }) { id } }")]
    [InlineData("query($f: FilterInput = { kinds: [SAIL], key: { id: 1 } }) { vessels(filter: $f) { id } }")]
    public void Values_that_can_be_coerced_are_valid(string document) => IsValid(document);

    [Theory]
    [InlineData("{ echo(whole: 2147483648) }", "`Int` expects a whole number")]
    [InlineData("{ echo(whole: 1.0) }", "not 1.0")]
    [InlineData("{ echo(whole: \"1\") }", "not \"1\"")]
    [InlineData("{ echo(whole: [1]) }", "not a list")]
    [InlineData("{ echo(number: \"1\") }", "`Float`")]
    [InlineData("{ echo(text: 1) }", "`String`")]
    [InlineData("{ echo(text: word) }", "`String`")]
    [InlineData("{ echo(flag: 1) }", "`Boolean`")]
    [InlineData("{ echo(id: 1.5) }", "`ID`")]
    [InlineData("{ echo(big: 9223372036854775808) }", "`Long`")]
    [InlineData("{ echo(since: \"yesterday\") }", "`DateTime`")]
    [InlineData("{ echo(kind: ROWING) }", "`Kind` expects one of its values, not ROWING")]
    [InlineData("{ echo(kind: \"SAIL\") }", "not \"SAIL\"")]
    [InlineData("{ echo(kind: {}) }", "`Kind` expects one of its values, not an input object")]
    [InlineData("{ echo(list: [1, \"2\"]) }", "not \"2\"")]
    [InlineData("{ echo(list: [1, null]) }", "can't be null")]
    [InlineData("{ echo(matrix: [[[1]]]) }", "not a list")]
    [InlineData("{ berth(depth: null) }", "`Int!` can't be null")]
    [InlineData("{ ship(at: 1) { id } }", "`PlaceInput` expects an input object, not 1")]
    [InlineData("{ ship(at: [{ lat: 1 }]) { id } }", "expects an input object")]
    [InlineData("{ ship(at: { lat: null }) { id } }", "`Float!` can't be null")]
    [InlineData("query($n: Int = \"1\") { echo(whole: $n) }", "not \"1\"")]
    [InlineData("query($n: Int! = null) { echo(whole: $n) }", "can't be null")]
    [InlineData("{ boat @skip(if: 1) { id } }", "`Boolean!` expects true or false, not 1")]
    public void A_value_of_the_wrong_type_is_refused(string document, string words) => IsRefused(document, "Values-of-Correct-Type", words);

    [Theory]
    [InlineData("{ ship(by: {}) { id } }")]
    [InlineData("{ ship(by: { id: 1, name: \"x\" }) { id } }")]
    [InlineData("{ ship(by: { id: null }) { id } }")]
    [InlineData("query($n: String!) { ship(by: { name: $n, id: 1 }) { id } }")]
    [InlineData("{ vessels(filter: { and: [{ key: {} }] }) { id } }")]
    public void A_oneOf_object_has_exactly_one_field(string document) =>
        IsRefused(document, "Values-of-Correct-Type", "`KeyInput` expects exactly one field");

    [Theory]
    [InlineData("{ ship(at: { lat: 1, height: 2 }) { id } }", "`PlaceInput` has no field `height`")]
    [InlineData("{ vessels(filter: { and: [{ or: [] }] }) { id } }", "`FilterInput` has no field `or`")]
    public void An_unknown_input_field_is_refused(string document, string words) => IsRefused(document, "Input-Object-Field-Names", words);

    [Theory]
    [InlineData("{ ship(at: { lat: 1, lat: 1 }) { id } }")]
    [InlineData("{ vessels(filter: { and: { limit: 1, lat: 1, limit: 1 } }) { id } }")]
    [InlineData("{ nowhere(at: { lat: 1, lat: 1 }) }")]
    public void An_input_field_given_twice_is_refused(string document) => Validate(document)
        .ShouldContain(error => SectionOf(error) == "Input-Object-Field-Uniqueness" && error.Message.Contains("more than once"));

    [Theory]
    [InlineData("{ ship(at: {}) { id } }")]
    [InlineData("query($p: PlaceInput = { lon: 1 }) { ship(at: $p) { id } }")]
    [InlineData("{ ship(by: { near: { label: \"x\" } }) { id } }")]
    public void A_required_input_field_left_out_is_refused(string document) =>
        IsRefused(document, "Input-Object-Required-Fields", "`PlaceInput` needs its field `lat: Float!`");
}
