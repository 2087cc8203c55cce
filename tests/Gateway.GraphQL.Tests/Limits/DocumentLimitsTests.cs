using Gateway.GraphQL.Limits;

namespace Gateway.GraphQL.Tests.Limits;

public sealed class DocumentLimitsTests
{
    [Theory]
    [InlineData("{ a b { c } }", 3)]
    [InlineData("{ ...F ...F } fragment F on Q { a b }", 4)]
    [InlineData("{ a { ...F } b { ...F } } fragment F on Q { c ...G ... { d } } fragment G on Q { e { f } }", 10)]
    [InlineData("{ ...F } fragment F on Q { ...G ...H a } fragment H on Q { ...G } fragment G on Q { b c d }", 7)]
    [InlineData("query A { a } query B { a b }", 2)]
    public void Fields_are_counted_wherever_their_fragment_is_spread(string document, int fields)
    {
        Check(document, new() { MaxAllowedExpandedFields = fields }).ShouldBeNull();
        Check(document, new() { MaxAllowedExpandedFields = fields - 1 }).ShouldNotBeNull().Message.ShouldContain("fields once its fragments are spread");
    }

    [Theory]
    [InlineData("{ a }", 1)]
    [InlineData("{ a { b } c { d { e } } }", 3)]
    [InlineData("{ ... { a { ... on Q { b } } } }", 2)]
    [InlineData("{ a { ...F } } fragment F on Q { b { ...G } } fragment G on Q { c }", 3)]
    [InlineData("query A { a } query B { a { b } }", 2)]
    [InlineData("{ __schema { types { name } } }", 3)]
    public void Depth_is_that_of_the_deepest_field(string document, int depth)
    {
        Check(document, new() { MaxAllowedExecutionDepth = depth }).ShouldBeNull();
        if (depth > 1)
        {
            var error = Check(document, new() { MaxAllowedExecutionDepth = depth - 1 }).ShouldNotBeNull();
            error.Extensions!["allowedExecutionDepth"].ShouldBe(depth - 1);
            error.Extensions["detectedExecutionDepth"].ShouldBe(depth);
        }
    }

    [Fact]
    public void Depth_below_introspection_can_be_left_out()
    {
        const string Document = "{ __schema { types { fields { name } } } a { b } }";
        Check(Document, new() { MaxAllowedExecutionDepth = 2, SkipIntrospectionFields = true }).ShouldBeNull();
        Check(Document, new() { MaxAllowedExecutionDepth = 1, SkipIntrospectionFields = true }).ShouldNotBeNull();
        Check(Document, new() { MaxAllowedExecutionDepth = 3 }).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("{ a { ...F } } fragment F on Q { b { ... { c } } }", 5)]
    [InlineData("{ ...F } fragment F on Q { ...G } fragment G on Q { a }", 3)]
    public void Selection_sets_nest_as_deep_as_is_allowed_with_fragments_counted(string document, int nesting)
    {
        Check(document, new() { MaxAllowedNesting = nesting }).ShouldBeNull();
        Check(document, new() { MaxAllowedNesting = nesting - 1 }).ShouldNotBeNull().Message.ShouldContain("nests deeper");
    }

    [Theory]
    [InlineData("{ __schema { queryType { name } } }", "__schema")]
    [InlineData("{ ...F } fragment F on Query { __type(name: \"A\") { name } }", "__type")]
    [InlineData("query A { a } query B { ... { __schema { description } } }", "__schema")]
    public void Introspection_is_refused_where_it_is_off(string document, string field)
    {
        Check(document, new()).ShouldBeNull();
        var error = Check(document, new() { AllowIntrospection = false }).ShouldNotBeNull();
        error.Code.ShouldBe("HC0046");
        error.Extensions!["field"].ShouldBe(field);
        error.Locations.Count.ShouldBe(1);
    }

    [Fact]
    public void The_name_of_a_type_is_no_introspection() =>
        Check("{ __typename a { __typename } }", new() { AllowIntrospection = false }).ShouldBeNull();

    [Theory]
    [InlineData("fields { type { ", "fields { name }", "} }")]
    [InlineData("possibleTypes { ", "possibleTypes { name }", "}")]
    [InlineData("interfaces { ...F ", "", "}")]
    [InlineData("inputFields { type { ", "inputFields { name }", "} }")]
    public void The_lists_of_introspection_stand_below_themselves_as_often_as_is_allowed(string open, string inner, string close)
    {
        var document = $"{{ __type(name: \"A\") {{ {open}{inner}{close} }} }} fragment F on __Type {{ interfaces {{ name }} }}";
        Check(document, new() { MaxAllowedListRecursiveDepth = 2 }).ShouldBeNull();
        Check(document, new()).ShouldNotBeNull().Code.ShouldBe("HC0086");
        Check(document.Replace("__type(name", "type(name", StringComparison.Ordinal), new()).ShouldBeNull();
    }

    [Theory]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public void Wrapped_types_are_as_deep_as_is_allowed(int depth, bool allowed)
    {
        var document = $"{{ __type(name: \"A\") {{ {Repeat("ofType {", depth)} name {new string('}', depth)} }} }}";
        Check(document, new())?.Code.ShouldBe(allowed ? null : "HC0086");
        (Check(document, new()) is null).ShouldBe(allowed);
    }

    [Fact]
    public void Fragments_that_double_at_each_of_a_thousand_levels_are_counted_at_once_and_refused()
    {
        var document = $"{{ ...F0 }} {Chain(1000, next => $"a: x {{ ...F{next} }} b: x {{ ...F{next} }}")}";
        Check(document, new() { MaxAllowedExpandedFields = int.MaxValue - 1 }).ShouldNotBeNull().Message.ShouldContain("fields");
    }

    [Theory]
    [InlineData(3, null)]
    [InlineData(1000, "nests deeper")]
    public void Cycles_of_fragments_are_left_to_validation_but_for_those_that_nest_too_deep(int length, string? words)
    {
        var fragments = Repeat(length, i => $"fragment F{i} on Q {{ a ...F{(i + 1) % length} }}");
        var error = Check($"{{ ...F0 }} {fragments}", new() { MaxAllowedExpandedFields = int.MaxValue });
        (error is null).ShouldBe(words is null);
        error?.Message.ShouldContain(words!);
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_fragments_overflows_no_stack() =>
        Check($"{{ ...F0 }} {Chain(100_000, next => $"...F{next}")}", new()).ShouldNotBeNull().Message.ShouldContain("nests deeper");

    [Fact]
    public void Limits_below_one_and_nesting_beyond_the_stack_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new DocumentLimits { MaxAllowedExpandedFields = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new DocumentLimits { MaxAllowedExecutionDepth = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new DocumentLimits { MaxAllowedOfTypeDepth = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new DocumentLimits { MaxAllowedListRecursiveDepth = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new DocumentLimits { MaxAllowedNesting = 501 });
    }

    private static string Chain(int length, Func<int, string> selections) =>
        $"{Repeat(length, i => $"fragment F{i} on Q {{ {selections(i + 1)} }}")} fragment F{length} on Q {{ x }}";

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Repeat(int count, Func<int, string> part) => string.Join(' ', Enumerable.Range(0, count).Select(part));

    private static IError? Check(string document, DocumentLimits limits) =>
        Effort.Bounded(document, new LimitStep { Limits = limits }.Check);
}
