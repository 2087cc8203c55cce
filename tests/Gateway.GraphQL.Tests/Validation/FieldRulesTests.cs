namespace Gateway.GraphQL.Tests.Validation;

/// <summary>
/// Validation of fields (GraphQL September 2025, §5.3, https://spec.graphql.org/September2025/#sec-Validation.Fields), except merging,
/// which <see cref="FieldSelectionMergingTests"/> tests.
/// </summary>
public sealed class FieldRulesTests : ValidationTest
{
    [Theory]
    [InlineData("{ boat { name fleet { name ... on Ship { draught } } } }")]
    [InlineData("{ hold { __typename ... on Container { number } } }")]
    [InlineData("{ __typename __schema { queryType { name } } __type(name: \"Boat\") { kind } }")]
    [InlineData("{ vessel(id: 1) { __typename } }")]
    public void Fields_of_their_types_are_valid(string document) => IsValid(document);

    [Theory]
    [InlineData("{ boat { draught } }", "`Boat` has no field `draught`")]
    [InlineData("{ vessel(id: 1) { length } }", "`Vessel` has no field `length`")]
    [InlineData("{ hold { name } }", "fragments on its types")]
    [InlineData("{ boat { ... on Ship { wings } name } }", "")]
    [InlineData("{ boat { __schema { description } } }", "`Boat` has no field `__schema`")]
    [InlineData("mutation { __type(name: \"Boat\") { name } }", "`Mutation` has no field `__type`")]
    [InlineData("{ boat { ...F } } fragment F on Boat { sails }", "`Boat` has no field `sails`")]
    public void A_field_that_its_type_has_not_is_refused(string document, string words) =>
        Validate(document).ShouldContain(error => SectionOf(error) == "Field-Selections" && error.Message.Contains(words));

    [Fact]
    public void Below_a_field_that_does_not_exist_nothing_more_is_said() =>
        Validate("{ dock { crane(height: 3) { name { first } } } }").Count.ShouldBe(1);

    [Theory]
    [InlineData("{ boat }", "say which fields")]
    [InlineData("{ hold }", "say which fields")]
    [InlineData("{ vessels }", "say which fields")]
    [InlineData("{ boat { name { first } } }", "no fields to select")]
    [InlineData("{ boat { kind { __typename } } }", "no fields to select")]
    [InlineData("{ __typename { x } }", "no fields to select")]
    public void Leaves_have_no_selections_and_everything_else_has(string document, string words) =>
        IsRefused(document, "Leaf-Field-Selections", words);
}
