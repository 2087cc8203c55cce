using Gateway.GraphQL.Language;
using Gateway.GraphQL.Validation;

namespace Gateway.GraphQL.Tests.Validation;

/// <summary>Documents that are built to be expensive to validate.</summary>
public sealed class BoundsTests : ValidationTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(9)]
    public void No_more_errors_are_returned_than_are_allowed(int allowed)
    {
        var document = $"{{ boat {{ {Repeat(300, i => $"f{i}(a: 1) @d{i}")} }} }}";
        Validate(document, new ValidationOptions { MaxAllowedErrors = allowed }).Count.ShouldBe(allowed);
    }

    [Fact]
    public void Five_errors_are_returned_by_default() => Validate($"{{ boat {{ {Repeat(300, i => $"f{i}")} }} }}").Count.ShouldBe(5);

    [Fact]
    public void Limits_below_one_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new ValidationOptions { MaxAllowedErrors = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new ValidationOptions { MaxAllowedFieldMergeComparisons = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new ValidationOptions { MaxAllowedFragmentVisits = 0 });
    }

    [Fact]
    public void A_cycle_of_a_thousand_fragments_is_one_error() =>
        ValidateQuickly($"{{ boat {{ ...F0 }} }} {Repeat(1000, i => $"fragment F{i} on Boat {{ id ...F{(i + 1) % 1000} }}")}")
            .Select(SectionOf).ShouldBe(["Fragment-Spreads-Must-Not-Form-Cycles"]);

    [Fact]
    public void A_chain_of_a_thousand_fragments_is_valid() =>
        ValidateQuickly($"{{ boat {{ ...F0 }} }} {Chain(1000, i => $"id ...F{i}")}").ShouldBeEmpty();

    [Fact]
    public void A_chain_that_doubles_at_each_of_a_thousand_levels_is_valid() =>
        ValidateQuickly($"{{ boat {{ ...F0 }} }} {Chain(1000, i => $"...F{i} ... {{ ...F{i} }}")}").ShouldBeEmpty();

    [Fact]
    public void A_chain_that_doubles_in_depth_at_each_of_a_thousand_levels_is_valid() =>
        ValidateQuickly($"{{ boat {{ ...F0 }} }} {Chain(1000, i => $"a: mother {{ tender {{ ...F{i} }} }} b: mother {{ tender {{ ...F{i} }} }}")}").ShouldBeEmpty();

    [Fact]
    public void A_chain_that_merges_with_itself_at_each_of_many_levels_is_valid() =>
        ValidateQuickly($"{{ boat {{ ...F0 }} }} {Chain(500, i => $"mother {{ tender {{ ...F{i} }} }} mother {{ tender {{ ...F{i} id }} }}")}").ShouldBeEmpty();

    [Fact]
    public void Merging_that_needs_too_much_work_is_refused()
    {
        var document = $"{{ boat {{ ...F0 }} }} {Chain(1000, i => $"x{i}: id mother {{ tender {{ ...F{i} }} }} ...F{i}")}";
        var error = ValidateQuickly(document).ShouldHaveSingleItem();
        error.Code.ShouldBe("HC0107");
        SectionOf(error).ShouldBe("Field-Selection-Merging");
    }

    [Fact]
    public void The_bound_of_merging_is_where_it_is_set()
    {
        const string Document = "{ boat { id name } }";
        Validate(Document, new ValidationOptions { MaxAllowedFieldMergeComparisons = 5 }).ShouldBeEmpty();
        Validate(Document, new ValidationOptions { MaxAllowedFieldMergeComparisons = 4 }).ShouldHaveSingleItem().Code.ShouldBe("HC0107");
    }

    [Fact]
    public void One_field_repeated_many_times_is_valid() =>
        ValidateQuickly($"{{ {Repeat(5000, _ => "boat { id crew(officers: true) }")} }}").ShouldBeEmpty();

    [Fact]
    public void Many_operations_that_reach_many_fragments_are_refused()
    {
        var operations = Repeat(1000, i => $"query Q{i}($n: Int) {{ ...F0 }}");
        var fragments = Repeat(1000, i => $"fragment F{i} on Query {{ echo(whole: $n) ...F{Math.Min(i + 1, 999)} }}").Replace("...F999 }", "}", StringComparison.Ordinal);
        ValidateQuickly($"{operations} {fragments} fragment F1000 on Query {{ quay }}").ShouldContain(error => error.Message.Contains("too much work"));
    }

    [Fact]
    public void The_bound_of_following_fragments_is_where_it_is_set()
    {
        const string Document = "query($n: Int) { ...F } fragment F on Query { echo(whole: $n) }";
        Validate(Document, new ValidationOptions { MaxAllowedFragmentVisits = 2 }).ShouldBeEmpty();
        Validate(Document, new ValidationOptions { MaxAllowedFragmentVisits = 1 }).ShouldHaveSingleItem().Message.ShouldContain("too much work");
    }

    [Fact]
    public void Thousands_of_unknown_arguments_fields_and_directives_end_quickly()
    {
        ValidateQuickly($"{{ echo({Repeat(5000, i => $"a{i}: 1")}) }}").Count.ShouldBe(5);
        ValidateQuickly($"{{ ship(at: {{ {Repeat(5000, i => $"a{i}: 1")} }}) {{ id }} }}").Count.ShouldBe(5);
        ValidateQuickly($"{{ echo {Repeat(5000, i => $"@a{i}")} }}").Count.ShouldBe(5);
        ValidateQuickly($"query({Repeat(5000, i => $"$a{i}: Int ")}) {{ echo }}").Count.ShouldBe(5);
    }

    [Fact]
    public void Input_objects_of_thousands_of_fields_in_opposite_order_are_compared_quickly()
    {
        var ascending = Repeat(3000, i => $"a{i}: 1");
        var descending = Repeat(3000, i => $"a{2999 - i}: 1");
        ValidateQuickly($"{{ boat(at: {{ {ascending} }}) {{ id }} boat(at: {{ {descending} }}) {{ id }} }}").ShouldNotBeEmpty();
    }

    [Fact]
    public void Lists_as_deep_as_the_parser_allows_are_refused_without_harm()
    {
        var depth = ParserOptions.Default.MaxAllowedRecursionDepth - 2;
        ValidateQuickly($"{{ echo(matrix: {new string('[', depth)}{new string(']', depth)}) }}").ShouldNotBeEmpty();
    }

    /// <summary>Fragments on boats, each of them saying what the next one's number is for; the last ends the chain.</summary>
    private static string Chain(int length, Func<int, string> selections) =>
        $"{Repeat(length, i => $"fragment F{i} on Boat {{ {selections(i + 1)} }}")} fragment F{length} on Boat {{ id }}";

    private static string Repeat(int count, Func<int, string> part) => string.Join(' ', Enumerable.Range(0, count).Select(part));

    private static IReadOnlyList<IError> ValidateQuickly(string document) => Effort.Bounded(document, parsed => Validate(parsed));
}
