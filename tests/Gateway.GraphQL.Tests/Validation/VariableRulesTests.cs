namespace Gateway.GraphQL.Tests.Validation;

/// <summary>
/// Validation of variables (GraphQL September 2025, §5.8, https://spec.graphql.org/September2025/#sec-Validation.Variables).
/// </summary>
public sealed class VariableRulesTests : ValidationTest
{
    [Theory]
    [InlineData("query($n: Int) { echo(whole: $n) }")]
    [InlineData("query A($n: Int) { ...F } query B($n: Int!) { ...F } fragment F on Query { echo(whole: $n) }")]
    [InlineData("query($d: Int) { quay(depth: $d) }")]
    [InlineData("query($d: Int = 3) { berth(depth: $d) }")]
    [InlineData("query($l: [Int!]!, $m: [[Int!]!]) { echo(list: $l, matrix: $m) }")]
    [InlineData("query($k: KeyInput!) { ship(by: $k) { id } }")]
    [InlineData("query($n: String!) { ship(by: { name: $n }) { id } }")]
    [InlineData("query($n: String = \"x\") { ship(by: { name: $n }) { id } }")]
    [InlineData("query($lat: Float!, $lon: Float) { ship(at: { lat: $lat, lon: $lon }) { id } }")]
    [InlineData("query($s: Boolean!) { boat { id @skip(if: $s) ... @include(if: $s) { name } } }")]
    public void Variables_that_are_defined_used_and_fitting_are_valid(string document) => IsValid(document);

    [Fact]
    public void A_variable_defined_twice_is_refused() =>
        IsRefused("query($n: Int, $n: Int) { echo(whole: $n) }", "Variable-Uniqueness", "`$n`");

    [Theory]
    [InlineData("query($b: Boat) { echo(text: $b) }", "`Boat`, which is for output only")]
    [InlineData("query($b: [Cargo!]!) { echo(text: $b) }", "`[Cargo!]!`")]
    [InlineData("query($b: Vessel) { echo(text: $b) }", "`Vessel`")]
    [InlineData("query($b: [Submarine]) { echo(text: $b) }", "`Submarine`, but there is no such type")]
    public void A_variable_of_no_input_type_is_refused(string document, string words) => IsRefused(document, "Variables-Are-Input-Types", words);

    [Theory]
    [InlineData("{ echo(whole: $n) }", "the anonymous operation")]
    [InlineData("query A { echo(list: [1, $n]) }", "operation `A`")]
    [InlineData("query A($n: Int) { ...F } query B { ...F } fragment F on Query { ...G } fragment G on Query { echo(whole: $n) }", "operation `B`")]
    [InlineData("query A { boat @skip(if: $n) { id } }", "`$n` is not defined")]
    [InlineData("query A @skip(if: $n) { echo }", "`$n` is not defined")]
    public void A_variable_that_is_not_defined_is_refused(string document, string words) =>
        Validate(document).ShouldContain(error => SectionOf(error) == "All-Variable-Uses-Defined" && error.Message.Contains(words));

    [Theory]
    [InlineData("query A($n: Int) { echo }", "operation `A`")]
    [InlineData("query A($n: Int) { ...F } query B($n: Int) { echo } fragment F on Query { echo(whole: $n) }", "operation `B`")]
    public void A_variable_that_is_not_used_is_refused(string document, string words) => IsRefused(document, "All-Variables-Used", words);

    [Theory]
    [InlineData("query($n: String) { echo(whole: $n) }", "`$n` of type `String` can't be used for `Int`")]
    [InlineData("query($n: Int) { berth(depth: $n) }", "can't be used for `Int!`")]
    [InlineData("query($n: Int = null) { berth(depth: $n) }", "can't be used for `Int!`")]
    [InlineData("query($n: Int) { echo(list: $n) }", "`[Int!]`")]
    [InlineData("query($n: [Int]) { echo(list: $n) }", "`[Int!]`")]
    [InlineData("query($n: Int) { echo(list: [1, $n]) }", "`Int!`")]
    [InlineData("query($n: Int = 1) { echo(matrix: [[$n], $n]) }", "`[Int!]!`")]
    [InlineData("query($n: Float) { ship(at: { lat: $n }) { id } }", "`Float!`")]
    [InlineData("query($n: Int) { ...F } fragment F on Query { boat { flag(lang: $n) } }", "`String`")]
    [InlineData("query($n: Boolean) { boat @skip(if: $n) { id } }", "`Boolean!`")]
    [InlineData("query($n: String) { ship(by: { name: $n }) { id } }", "the one field of `KeyInput`")]
    [InlineData("query($n: String = null) { ship(by: { name: $n }) { id } }", "the one field of `KeyInput`")]
    public void A_variable_where_its_type_does_not_fit_is_refused(string document, string words) =>
        Validate(document).ShouldContain(error => SectionOf(error) == "All-Variable-Usages-Are-Allowed" && error.Message.Contains(words));
}
