using Gateway.GraphQL.Validation;

namespace Gateway.GraphQL.Tests.Validation;

public sealed class SuggestionTests : ValidationTest
{
    [Theory]
    [InlineData("{ boat { nam } }", "Did you mean `name`")]
    [InlineData("{ boat { ... on Shop { id } } }", "Did you mean `Ship`")]
    [InlineData("{ boat { crew(oficers: true) } }", "Did you mean `officers`")]
    [InlineData("{ echo(kind: sail) }", "Did you mean `SAIL`")]
    [InlineData("{ boat @skipp(if: true) { id } }", "Did you mean `skip`")]
    [InlineData("{ ship(at: { lat: 1, labl: \"x\" }) { id } }", "Did you mean `label`")]
    [InlineData("query($n: Itn) { echo(whole: $n) }", "`Int`?")]
    [InlineData("query($name: Int) { echo(whole: $nam, list: [1, $name]) }", "Did you mean `name`")]
    [InlineData("{ boat { ...Deta } } fragment Detail on Boat { id }", "Did you mean `Detail`")]
    public void A_name_close_to_a_known_one_is_suggested_where_that_is_wanted(string document, string words)
    {
        Validate(document, new ValidationOptions { IncludeSuggestions = true })[0].Message.ShouldContain(words);
        Validate(document).ShouldNotContain(error => error.Message.Contains("Did you mean"));
    }

    [Fact]
    public void Nothing_is_suggested_where_nothing_is_close() =>
        Validate("{ boat { perpendicular } }", new ValidationOptions { IncludeSuggestions = true })[0].Message.ShouldBe("`Boat` has no field `perpendicular`.");
}
