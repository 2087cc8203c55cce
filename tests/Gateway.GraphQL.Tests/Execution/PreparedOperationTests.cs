using System.Buffers;
using System.Text;
using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.Execution;

/// <summary>A prepared operation gives the same response as a full execution, and uses its memos and fragments.</summary>
public sealed class PreparedOperationTests
{
    private static readonly RequestExecutor Executor = new(
        SchemaBuilder.New().AddGeneratedTypes()
            .AddQueryType<Query>()
            .CacheFragments<Reading>(static reading => reading.Renderings, "now", "later")
            .Create(),
        Executing.WithAllSteps());

    [Theory]
    [InlineData("{ reading { name } }")]
    [InlineData("{ reading { now } }")]
    [InlineData("{ reading { now name now2: now } }")]
    [InlineData("{ reading { name now values(times: 2) later } }")]
    [InlineData("{ reading { later name __typename } other: reading { name } }")]
    [InlineData("{ reading { ... on Reading { name } now ...F } } fragment F on Reading { values(times: 1) name }")]
    [InlineData("query($n: Int!) { reading { values(times: $n) } }")]
    public async Task What_is_written_again_is_what_was_written_first(string document)
    {
        var reading = new Reading("one");
        const string Variables = """{"n":3}""";
        using var operation = Prepare(document, Variables).ShouldNotBeNull();
        var expected = (await Executor.RunAsync(document, Variables, state: reading)).Json;

        for (var run = 0; run < 3; run++)
        {
            (await RunAsync(operation, reading)).ShouldBe(expected);
        }
    }

    [Fact]
    public async Task What_never_changes_is_read_once_and_what_depends_on_the_moment_each_time()
    {
        var reading = new Reading("one");
        using var operation = Prepare("{ reading { name now values(times: 1) } }").ShouldNotBeNull();
        for (var run = 0; run < 5; run++)
        {
            await RunAsync(operation, reading);
        }

        (reading.NameReads, reading.NowReads).ShouldBe((1, 5));
    }

    [Fact]
    public async Task What_could_change_only_by_a_field_that_is_not_selected_is_read_once()
    {
        var reading = new Reading("one");
        using var without = Prepare("{ reading { parts { name } part { name } } }").ShouldNotBeNull();
        for (var run = 0; run < 3; run++)
        {
            (await RunAsync(without, reading)).ShouldBe("""{"data":{"reading":{"parts":[{"name":"part"}],"part":{"name":"part"}}}}""");
        }

        reading.PartReads.ShouldBe(2);
        using var with = Prepare("{ reading { parts { name ...F } } } fragment F on Part { later }").ShouldNotBeNull();
        for (var run = 0; run < 3; run++)
        {
            (await RunAsync(with, reading)).ShouldBe("""{"data":{"reading":{"parts":[{"name":"part","later":"later"}]}}}""");
        }

        reading.PartReads.ShouldBe(5);
    }

    [Fact]
    public async Task Values_operations_and_variables_are_kept_apart()
    {
        const string Document = "query($n: Int!) { reading { name values(times: $n) } }";
        Reading one = new("one"), two = new("two");
        using var once = Prepare(Document, """{"n":1}""").ShouldNotBeNull();
        using var twice = Prepare(Document, """{"n":2}""").ShouldNotBeNull();
        for (var run = 0; run < 2; run++)
        {
            (await RunAsync(once, one)).ShouldBe("""{"data":{"reading":{"name":"one","values":[0]}}}""");
            (await RunAsync(twice, one)).ShouldBe("""{"data":{"reading":{"name":"one","values":[0,1]}}}""");
            (await RunAsync(once, two)).ShouldBe("""{"data":{"reading":{"name":"two","values":[0]}}}""");
        }
    }

    [Fact]
    public async Task A_part_with_an_error_is_written_anew_with_its_error()
    {
        var reading = new Reading("one");
        using var operation = Prepare("{ reading { name broken } }").ShouldNotBeNull();
        var first = await RunAsync(operation, reading);
        first.ShouldContain("Unexpected Execution Error");
        (await RunAsync(operation, reading)).ShouldBe(first);
        reading.NameReads.ShouldBe(2);
    }

    [Fact]
    public async Task A_resolver_recalls_what_it_remembered_for_the_same_variables_only()
    {
        const string Document = "query($n: Int!) { squared(number: $n) }";
        using var two = Prepare(Document, """{"n":2}""").ShouldNotBeNull();
        using var three = Prepare(Document, """{"n":3}""").ShouldNotBeNull();

        (await RunAsync(two, null)).ShouldBe("""{"data":{"squared":"4 computed"}}""");
        (await RunAsync(two, null)).ShouldBe("""{"data":{"squared":"4 recalled"}}""");
        (await RunAsync(three, null)).ShouldBe("""{"data":{"squared":"9 computed"}}""");
        (await Executor.RunAsync(Document, """{"n":2}""")).Json.ShouldBe("""{"data":{"squared":"4 computed"}}""");
    }

    [Fact]
    public void What_is_refused_or_changes_what_the_executor_remembers_is_not_prepared()
    {
        Prepare("{ nothing }").ShouldBeNull();
        Prepare("{ reading").ShouldBeNull();
        Prepare("query($n: Int!) { squared(number: $n) }", """{"n":"x"}""").ShouldBeNull();
        Executor.PrepareForReuse(new OperationRequest { Document = "{ __typename }"u8.ToArray(), CostMode = CostMode.Report }).ShouldBeNull();
        Executor.PrepareForReuse(new OperationRequest { Document = "{ __typename }"u8.ToArray(), DocumentHash = "ab" }).ShouldBeNull();
    }

    [Theory]
    [InlineData("{ selected { name } }", 2)]
    [InlineData("query($n: Int!) { selected(number: $n) { name values(times: 1) } reading { values(times: $n) } }", 2)]
    [InlineData("query($n: Int!) { selected(number: $n) { values(times: $n) } }", 4)]
    [InlineData("query($n: Int!) { selected { ... on Reading { part { sized(by: { length: $n }) } } } }", 4)]
    [InlineData("query($n: Int!) { selected { ...A } } fragment A on Reading { name ...B } fragment B on Reading { values(times: $n) }", 4)]
    public async Task What_selections_without_variables_determine_is_derived_once_for_all_variables(string document, int derived)
    {
        var query = new Query();

        // A plan is kept from the second time on that its document comes.
        for (var number = 1; number <= 4; number++)
        {
            var reading = new Reading("one") { Query = query };
            (await Executor.RunAsync(document, $$"""{"n":{{number}}}""", state: reading)).Json.ShouldNotContain("error");
        }

        query.Derived.ShouldBe(derived);
    }

    [Theory]
    [InlineData("{ replaced { name } }", "second")]
    [InlineData("query($n: Int!) { replaced { values(times: $n) } }", null)]
    public async Task The_memo_of_selections_is_what_was_set_last_and_nothing_with_variables(string document, string? expected)
    {
        var query = new Query();
        (await Executor.RunAsync(document, """{"n":1}""", state: new Reading("one") { Query = query })).Json.ShouldNotContain("error");
        query.Memo.ShouldBe(expected);
    }

    [Fact]
    public void A_type_or_field_that_the_schema_lacks_is_refused_at_start()
    {
        Should.Throw<SchemaException>(() => SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Query>()
            .CacheFragments<Uri>(static _ => new Renderings()).Create()).Message.ShouldContain("Uri");
        Should.Throw<SchemaException>(() => SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Query>()
            .CacheFragments<Reading>(static reading => reading.Renderings, "noField").Create()).Message.ShouldContain("noField");
    }

    private static PreparedOperation? Prepare(string document, string variables = "") => Executor.PrepareForReuse(
        new OperationRequest { Document = Encoding.UTF8.GetBytes(document), Variables = Encoding.UTF8.GetBytes(variables) });

    private static async Task<string> RunAsync(PreparedOperation operation, object? state)
    {
        using var result = await Executor.ExecuteAsync(operation, services: null, state, TestContext.Current.CancellationToken);
        var output = new ArrayBufferWriter<byte>();
        result.WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public sealed class Query
    {
        internal int Derived { get; private set; }

        internal object? Memo { get; private set; }

        public Reading GetReading([Service] Reading state) => state;

        public Reading GetSelected(int? number, [Service] Reading state, IResolverContext context)
        {
            var memory = (IOperationMemo)context;
            if (memory.GetSelectionMemo<string>() is not { } known)
            {
                known = context.IsSelected("name") ? "with a name" : "without";
                memory.SetSelectionMemo(known);
                state.Query!.Derived++;
            }

            known.ShouldBe(context.IsSelected("name") ? "with a name" : "without");
            return state;
        }

        public Reading GetReplaced([Service] Reading state, IResolverContext context)
        {
            var memory = (IOperationMemo)context;
            memory.SetSelectionMemo(new List<string> { "first" });
            memory.SetSelectionMemo("second");
            state.Query!.Memo = memory.GetSelectionMemo<object>();
            return state;
        }

        public string GetSquared(int number, IResolverContext context)
        {
            var memory = (IOperationMemo)context;
            if (memory.GetMemo<string>() is { } known)
            {
                return known + " recalled";
            }

            var square = (number * number).ToString(System.Globalization.CultureInfo.InvariantCulture);
            memory.SetMemo(square);
            return square + " computed";
        }
    }

    public sealed class Reading(string name)
    {
        internal Renderings Renderings { get; } = new();

        internal Query? Query { get; init; }

        internal int NameReads { get; private set; }

        internal int NowReads { get; private set; }

        public string Name
        {
            get
            {
                NameReads++;
                return name;
            }
        }

        public string Now
        {
            get
            {
                NowReads++;
                return "now";
            }
        }

        public string? Broken => throw new InvalidOperationException("always");

        public async Task<string> GetLater()
        {
            await Task.Yield();
            return "later";
        }

        public IEnumerable<int> GetValues(int times) => Enumerable.Range(0, times);

        internal int PartReads { get; private set; }

        public Part Part
        {
            get
            {
                PartReads++;
                return new Part();
            }
        }

        public IReadOnlyList<Part> Parts => [Part];
    }

    public sealed class Part
    {
        public string Name => "part";

        public int GetSized(Size by) => by.Length;

        public async Task<string> GetLater()
        {
            await Task.Yield();
            return "later";
        }
    }

    public sealed record Size(int Length);

    internal sealed class Renderings : IResponseFragments
    {
        private readonly Dictionary<(object, object), byte[]> _kept = [];

        public ReadOnlyMemory<byte> Find(object operation, object part) => _kept.GetValueOrDefault((operation, part));

        public void Add(object operation, object part, int length, Action<Span<byte>> copy)
        {
            var json = new byte[length];
            copy(json);
            _kept.Add((operation, part), json);
        }
    }
}
