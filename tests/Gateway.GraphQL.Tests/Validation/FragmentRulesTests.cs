namespace Gateway.GraphQL.Tests.Validation;

/// <summary>
/// Validation of fragments (GraphQL September 2025, §5.5, https://spec.graphql.org/September2025/#sec-Validation.Fragments).
/// </summary>
public sealed class FragmentRulesTests : ValidationTest
{
    [Theory]
    [InlineData("{ boat { ...F } } fragment F on Boat { ...G } fragment G on Vessel { name }")]
    [InlineData("{ boat { ... { id } ... @include(if: true) { name } } }")]
    [InlineData("{ vessel(id: 1) { ... on Ship { id } ... on Node { id } } node: vessel(id: 2) { ... on Vessel { id } } }")]
    [InlineData("{ hold { ... on Vessel { name } ... on Cargo { __typename } } }")]
    [InlineData("{ boat { ... on Cargo { ... on Container { number } } } }")]
    public void Fragments_on_types_that_overlap_are_valid(string document) => IsValid(document);

    [Fact]
    public void Two_fragments_of_one_name_are_refused() => IsRefused(
        "{ boat { ...F } } fragment F on Boat { id } fragment F on Boat { name }", "Fragment-Name-Uniqueness", "`F`");

    [Theory]
    [InlineData("{ boat { ... on Submarine { depth } } }", "An inline fragment is on `Submarine`")]
    [InlineData("{ boat { ...F } } fragment F on Submarine { depth }", "The fragment `F` is on `Submarine`")]
    public void A_fragment_on_an_unknown_type_is_refused(string document, string words) =>
        IsRefused(document, "Fragment-Spread-Type-Existence", words);

    [Theory]
    [InlineData("{ boat { ... on Kind { id } } }")]
    [InlineData("{ boat { ... on String { id } } }")]
    [InlineData("{ boat { ...F } } fragment F on KeyInput { id }")]
    public void A_fragment_on_a_type_without_fields_is_refused(string document) =>
        IsRefused(document, "Fragments-on-Object-Interface-or-Union-Types", "neither an object");

    [Theory]
    [InlineData("{ boat { id } } fragment F on Boat { id }", "`F`")]
    [InlineData("{ boat { id } } fragment F on Boat { mother { ...G } } fragment G on Ship { id }", "`F`")]
    public void A_fragment_that_no_operation_reaches_is_refused(string document, string words) =>
        IsRefused(document, "Fragments-Must-Be-Used", words);

    [Fact]
    public void A_fragment_that_does_not_exist_is_refused() =>
        IsRefused("{ boat { ...F } }", "Fragment-Spread-Target-Defined", "no fragment named `F`");

    [Theory]
    [InlineData("{ boat { ...F } } fragment F on Boat { id ...F }")]
    [InlineData("{ boat { ...F } } fragment F on Boat { mother { tender { ...F } } }")]
    [InlineData("{ boat { ...F } } fragment F on Boat { ...G } fragment G on Boat { ...H } fragment H on Boat { ...F }")]
    [InlineData("{ boat { ...H } } fragment F on Boat { ...G } fragment G on Boat { ...F } fragment H on Boat { ...F }")]
    public void A_cycle_is_refused_once(string document)
    {
        IsRefused(document, "Fragment-Spreads-Must-Not-Form-Cycles", "spreads itself");
        Validate(document).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("{ boat { ... on Ship { id } } }", "no `Boat` is ever a `Ship`")]
    [InlineData("{ vessel(id: 1) { ... on Container { number } } }", "no `Vessel` is ever a `Container`")]
    [InlineData("{ hold { ... on Container { ...F } } } fragment F on Vessel { id }", "The fragment `F` on `Vessel`")]
    [InlineData("{ hold { ... on Query { quay } } }", "no `Cargo` is ever a `Query`")]
    public void A_fragment_that_can_never_apply_is_refused(string document, string words) =>
        IsRefused(document, "Fragment-Spread-Is-Possible", words);
}
