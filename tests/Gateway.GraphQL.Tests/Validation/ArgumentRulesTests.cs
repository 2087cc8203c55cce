namespace Gateway.GraphQL.Tests.Validation;

/// <summary>
/// Validation of arguments (GraphQL September 2025, §5.4, https://spec.graphql.org/September2025/#sec-Validation.Arguments).
/// </summary>
public sealed class ArgumentRulesTests : ValidationTest
{
    [Theory]
    [InlineData("{ boat { crew(officers: true) crew2: crew } }")]
    [InlineData("{ quay berth(depth: 3) boat @skip(if: false) { id } }")]
    public void Arguments_that_are_known_and_complete_are_valid(string document) => IsValid(document);

    [Theory]
    [InlineData("{ boat { crew(captain: true) } }", "`Boat.crew` takes no argument `captain`")]
    [InlineData("{ boat(id: 1) { id } }", "`Query.boat` takes no argument `id`")]
    [InlineData("{ boat @skip(if: true, unless: false) { id } }", "`@skip` takes no argument `unless`")]
    public void An_unknown_argument_is_refused(string document, string words) => IsRefused(document, "Argument-Names", words);

    [Theory]
    [InlineData("{ berth(depth: 1, depth: 1) }", "`Query.berth` is given its argument `depth` more than once")]
    [InlineData("{ boat @skip(if: true, if: true) { id } }", "`@skip` is given its argument `if` more than once")]
    public void An_argument_given_twice_is_refused(string document, string words) => IsRefused(document, "Argument-Uniqueness", words);

    [Theory]
    [InlineData("{ berth }", "`Query.berth` needs its argument `depth: Int!`")]
    [InlineData("mutation { launch(at: { lat: 1 }) { id } }", "`name: String!`")]
    [InlineData("{ boat @include { id } }", "`@include` needs its argument `if: Boolean!`")]
    public void A_required_argument_left_out_is_refused(string document, string words) => IsRefused(document, "Required-Arguments", words);
}
