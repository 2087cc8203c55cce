namespace Gateway.GraphQL.Tests.Validation;

/// <summary>
/// Validation of documents (GraphQL September 2025, §5.1, https://spec.graphql.org/September2025/#sec-Documents) and operations (§5.2).
/// </summary>
public sealed class OperationRulesTests : ValidationTest
{
    [Theory]
    [InlineData("{ boat { name } }")]
    [InlineData("query A { boat { name } } query B { boat { name } } mutation C { launch(at: { lat: 1 }, name: \"x\") { id } }")]
    public void Operations_with_names_of_their_own_are_valid(string document) => IsValid(document);

    [Fact]
    public void Definitions_of_types_are_refused() =>
        IsRefused("{ boat { name } } type Boat { wings: Int }", "Executable-Definitions", "not definitions of types");

    [Fact]
    public void An_operation_without_a_root_type_is_refused() =>
        IsRefused("subscription { arrivals }", "Operation-Type-Existence", "no subscription type");

    [Fact]
    public void Two_operations_of_one_name_are_refused() =>
        IsRefused("query A { boat { name } } mutation A { launch(at: { lat: 1 }, name: \"x\") { id } }", "Operation-Name-Uniqueness", "`A`");

    [Theory]
    [InlineData("{ boat { name } } query A { boat { name } }")]
    [InlineData("{ boat { name } } { boat { id } }")]
    public void An_anonymous_operation_that_is_not_alone_is_refused(string document) =>
        IsRefused(document, "Lone-Anonymous-Operation", "without a name");

    [Theory]
    [InlineData("subscription { a b }", "`a` and `b`")]
    [InlineData("subscription { a ...B } fragment B on Ship { b: name }", "`a` and `b`")]
    [InlineData("subscription { ... { a ... { b } } }", "`a` and `b`")]
    [InlineData("subscription { __typename }", "introspection")]
    [InlineData("subscription($s: Boolean!) { a @skip(if: $s) }", "`@skip`")]
    [InlineData("subscription { ... @include(if: true) { a } }", "`@include`")]
    [InlineData("subscription { ...B } fragment B on Ship { name @skip(if: false) }", "`@skip`")]
    public void A_subscription_selects_one_field_unconditionally(string document, string words) =>
        Validate(document).ShouldContain(error => SectionOf(error) == "Single-Root-Field" && error.Message.Contains(words));

    [Theory]
    [InlineData("subscription { a { b c } }")]
    [InlineData("subscription { a a ...B } fragment B on Ship { a: name { b @skip(if: true) } }")]
    public void A_subscription_may_select_its_field_more_than_once(string document) =>
        Validate(document).ShouldNotContain(error => SectionOf(error) == "Single-Root-Field");
}
