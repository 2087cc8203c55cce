using System.Diagnostics;
using Gateway.Tests.EndToEnd;

namespace Gateway.Tests.Limits;

/// <summary>
/// Documents that are built to be expensive. With Production's settings they are rejected at once, without a call to Cloudflare. Runs alone,
/// because it compares times.
/// </summary>
[Collection<Costs.HitCostCollection>]
public sealed class BombTests(ProductionApp app) : IClassFixture<ProductionApp>
{
    // The best of many attempts is the time of the work, independent of the machine's load.
    private const int Attempts = 200;

    /// <summary>
    /// How many times as long as an honest request a refusal may take. On a quiet machine the honest one takes about half a
    /// millisecond, with HTTP and all, and the slowest refusal less than 5 ms.
    /// </summary>
    private const int MostTimesAsLong = 10;

    private static readonly string Honest = $"{{ __typename {new string(',', 200 * 1024)} }}";

    public static TheoryData<string, string> Bombs => new()
    {
        { "aliases", $"{{ {Repeat(101, i => $"a{i}: __typename")} }}" },
        { "fields", $"{{ {Repeat(500, _ => "__typename")} }}" },
        { "directives", $"{{ __typename {Repeat(10, i => $"@d{i}")} }}" },
        { "directives on each of many fields", $"{{ {Repeat(100, i => "__typename @a @b @c @d")} }}" },
        { "tokens", $"{{ ctTimeseries(ca: [{Repeat(2000, _ => "\"a\"")}]) {{ csv }} }}" },
        { "depth", $"{{ {Repeat(9, _ => "a {")} a {new string('}', 9)} }}" },
        { "depth of thousands", $"{{ {Repeat(10_000, _ => "a {")} a {new string('}', 10_000)} }}" },
        { "depth in fragments", $"{{ ...F0 }} {Chain(12, next => $"a {{ ...F{next} }}")}" },
        { "cycle of fragments", $"{{ ...F0 }} {Repeat(1000, i => $"fragment F{i} on Query {{ __typename ...F{(i + 1) % 1000} }}")}" },
        { "cycle of few fragments", $"{{ ...F0 }} {Repeat(3, i => $"fragment F{i} on Query {{ __typename ...F{(i + 1) % 3} }}")}" },
        { "fragment in itself", "{ ...F } fragment F on Query { ...F ...F ...F }" },
        { "exponential fragments", $"{{ ...F0 }} {Chain(25, next => $"...F{next} ...F{next}")}" },
        { "exponential fragments of thousands", $"{{ ...F0 }} {Chain(1000, next => $"...F{next} ...F{next}")}" },
        { "list in a value", $"{{ ctTimeseries(ca: {new string('[', 100_000)}{new string(']', 100_000)}) {{ csv }} }}" },
        { "object in a value", $"{{ ctTimeseries(series: {Repeat(20_000, _ => "{a:")}1{new string('}', 20_000)}) {{ csv }} }}" },
        { "list in a type", $"query($a: {new string('[', 100_000)}Int{new string(']', 100_000)}) {{ __typename }}" },
        { "long string", $"{{ spectrumBytime(zoneId: 1, timeDelta: \"{new string('A', 200 * 1024)}\") {{ rows }} }}" },
        { "long block string", $"{{ ctTimeseries(ca: 1, aggInterval: \"\"\"{new string('\n', 100 * 1024)}\"\"\") {{ csv }} }}" },
        { "long number", $"{{ spectrumBytime(zoneId: \"a\", timeDelta: HOUR, limit: {new string('9', 200 * 1024)}) {{ rows }} }}" },
        { "long name", $"{{ {new string('a', 200 * 1024)} }}" },
        { "string without an end", $"{{ a(b: \"{new string('\\', 100 * 1024)}" },
        { "unknown fields", $"{{ {Repeat(399, i => $"f{i}")} }}" },
        { "unknown arguments", $"{{ ctTimeseries({Repeat(400, i => $"a{i}: 1")}) {{ csv }} }}" },
        { "operations", Repeat(300, i => $"query Q{i} {{ ...F }}") + " fragment F on Query { __typename }" },
        { "variables", $"query({Repeat(400, i => $"$v{i}: Int")}) {{ __typename }}" },
        { "calls", $"{{ {Repeat(21, i => $"a{i}: ctTimeseries(dateRange: [\"{i + 1}d\"]) {{ csv }}")} }}" },
        { "introspection", "{ __schema { queryType { name } } }" },
        { "introspection of a type", "{ __type(name: \"Query\") { name } }" },
        { "circular introspection", "{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task A_bomb_is_refused_at_once_and_makes_no_call(string name, string document)
    {
        var calls = app.Calls;
        var (best, bestHonest) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        ProductionApp.Answer? answer = null;
        for (var attempt = 0; attempt < Attempts && (attempt < 5 || best > bestHonest * MostTimesAsLong); attempt++)
        {
            bestHonest = Least(bestHonest, (await TimedAsync(Honest)).Elapsed);
            (answer, var elapsed) = await TimedAsync(document);
            best = Least(best, elapsed);
        }

        answer!.Status.ShouldBeOneOf([400, 422], name);
        answer.Json["data"].ShouldBeNull(name);
        answer.Errors.Count.ShouldBeLessThanOrEqualTo(5, name);
        answer.Text.Length.ShouldBeLessThan(4096, name);
        answer.Text.ShouldNotContain("Did you mean");
        app.Calls.ShouldBe(calls, name);
        (best / bestHonest).ShouldBeLessThanOrEqualTo(MostTimesAsLong, name);
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {best.TotalMilliseconds:0.00} ms, honest {bestHonest.TotalMilliseconds:0.00} ms");
    }

    [Fact]
    public async Task A_long_literal_of_the_right_type_makes_no_call_either()
    {
        var calls = app.Calls;
        var answer = await app.PostAsync($"{{ spectrumBytime(zoneId: \"{new string('A', 200 * 1024)}\", timeDelta: HOUR) {{ rows }} }}");
        answer.Code.ShouldBe("BAD_USER_INPUT");
        answer.Text.Length.ShouldBeLessThan(4096);
        app.Calls.ShouldBe(calls);
    }

    [Fact]
    public async Task Variables_ten_thousand_deep_are_refused()
    {
        var answer = await app.PostAsync("query($a: Boolean!) { __typename @skip(if: $a) }", $"{{\"a\":{new string('[', 10_000)}{new string(']', 10_000)}}}");
        answer.Status.ShouldBe(422);
        answer.Code.ShouldBe("HC0012");
        answer.Message.ShouldContain("depth of 64");
    }

    [Fact]
    public async Task A_million_commas_are_more_than_a_body_may_have_and_what_fits_costs_nothing()
    {
        (await app.PostAsync($"{{ __typename {new string(',', 1_000_000)} }}")).Status.ShouldBe(413);
        (await app.PostAsync($"{{ __typename {new string(',', 250_000)} }}")).Json["data"].Compact().ShouldBe("""{"__typename":"Query"}""");
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private async Task<(ProductionApp.Answer Answer, TimeSpan Elapsed)> TimedAsync(string document)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await app.PostAsync(document);
        return (answer, Stopwatch.GetElapsedTime(started));
    }

    private static string Chain(int length, Func<int, string> selections) =>
        $"{Repeat(length, i => $"fragment F{i} on Query {{ {selections(i + 1)} }}")} fragment F{length} on Query {{ __typename }}";

    private static string Repeat(int count, Func<int, string> part) => string.Join(' ', Enumerable.Range(0, count).Select(part));
}
