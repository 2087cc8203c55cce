using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.Execution;

/// <summary>A response has a largest size, and all responses together have a memory.</summary>
public sealed class ResponseSizeTests
{
    private const int Limit = 256 * 1024;

    private readonly ExecutorOptions _options = new();
    private readonly Schema _schema = SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Query>().AddMutationType<Mutation>()
        .CacheFragments<Page>(page => page.Fragments).Create();

    public ResponseSizeTests() => _options.Request.MaxAllowedResponseBytes = Limit;

    [Theory]
    [InlineData("words(count: 100000)")]
    [InlineData("text(length: 1000000)")]
    [InlineData("later { words(count: 100000) }")]
    [InlineData("later { failing(count: 100000) { fails } }")]
    public async Task The_root_field_that_exceeds_the_limit_and_all_after_it_are_null(string large)
    {
        var answer = await RunAsync($"{{ a: text(length: 1000) large: {large} b: text(length: 1) c: later {{ words(count: 1) }} }}");

        answer["data"]!.AsObject().Select(field => field.Key).ShouldBe(["a", "large", "b", "c"]);
        answer["data"]!["a"]!.GetValue<string>().Length.ShouldBe(1000);
        answer["errors"]!.AsArray().Select(error => error!["path"]!.ToJsonString()).ShouldBe(["[\"large\"]", "[\"b\"]", "[\"c\"]"]);
        answer["errors"]![0]!["extensions"]!.ToJsonString().ShouldBe($$"""{"code":"RESPONSE_TOO_LARGE","maxBytes":{{Limit}}}""");
        answer["errors"]![0]!["message"]!.GetValue<string>().ShouldContain("fewer aliases");
        answer["data"]!.AsObject().Skip(1).ShouldAllBe(field => field.Value == null);
    }

    [Fact]
    public async Task A_limit_that_is_exceeded_by_the_last_bytes_of_a_field_holds_too()
    {
        // Both fit into one more buffer; the second does not fit into the limit.
        var answer = await RunAsync($"{{ a: text(length: {Limit - 1000}) b: text(length: 2000) }}");

        answer["data"]!["a"]!.GetValue<string>().Length.ShouldBe(Limit - 1000);
        answer["data"]!["b"].ShouldBeNull();
        (await RunAsync($"{{ a: text(length: {Limit - 3000}) b: text(length: 2000) }}"))["errors"].ShouldBeNull();
    }

    [Fact]
    public async Task A_root_field_that_must_not_be_null_takes_the_data_along()
    {
        var answer = await RunAsync("{ a: text(length: 1) hardText(length: 1000000) b: text(length: 1) }");

        answer["data"].ShouldBeNull();
        answer["errors"]!.AsArray().Select(error => error!["path"]!.ToJsonString()).ShouldBe(["[\"hardText\"]"]);
    }

    [Fact]
    public async Task Later_root_fields_of_a_mutation_do_not_run()
    {
        var counter = new Counter();

        var answer = await RunAsync("mutation { a: add(length: 1) b: add(length: 1000000) c: add(length: 1) d: addLater }", state: counter);

        answer["data"]!.ToJsonString().ShouldBe("""{"a":"x","b":null,"c":null,"d":null}""");
        counter.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Cached_fragments_count_although_they_are_not_copied()
    {
        var executor = new RequestExecutor(_schema, _options);
        using var operation = executor.PrepareForReuse(Request($"{{ {string.Join(' ', Enumerable.Range(0, 64).Select(i => $"a{i}: page {{ text }}"))} }}"))!;
        for (var run = 0; run < 3; run++)
        {
            using var result = await executor.ExecuteAsync(operation, null, null, TestContext.Current.CancellationToken);
            var answer = JsonNode.Parse(Bytes(result))!;
            answer["errors"]!.AsArray().Count.ShouldBe(64 - (Limit / Page.Length));
            result.Length.ShouldBeLessThan(Limit + (32 * 1024));
        }
    }

    [Fact]
    public async Task The_requests_of_a_batch_share_the_limit()
    {
        var executor = new RequestExecutor(_schema, _options);
        var request = Request("{ text(length: 2000) }");
        request.BytesBefore = Limit - 1000;
        (await AnswerAsync(executor, request))["data"]!.ToJsonString().ShouldBe("""{"text":null}""");

        request.BytesBefore = Limit;
        var counter = new Counter();
        var mutation = Request("mutation { add(length: 1) }");
        (mutation.BytesBefore, mutation.State) = (Limit, counter);
        var answer = await AnswerAsync(executor, mutation);
        answer["data"].ShouldBeNull();
        answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("RESPONSE_TOO_LARGE");
        counter.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData(60 * 1024, 0)]
    [InlineData(100 * 1024, 100 * 1024)]
    [InlineData(200 * 1024, 200 * 1024)]
    public async Task Only_a_response_above_64_KiB_takes_memory_and_gives_it_back(int length, int atLeast)
    {
        var memory = new Memory();
        _options.ResponseMemory = memory;
        var executor = new RequestExecutor(_schema, _options);
        using (await executor.ExecuteAsync(Request($"{{ text(length: {length}) }}", "a state"), TestContext.Current.CancellationToken))
        {
            (memory.Taken + (memory.Taken > 0 ? IResponseMemory.Threshold : 0)).ShouldBeInRange(atLeast, atLeast + (80 * 1024));
        }

        memory.Taken.ShouldBe(0);
        memory.States.ShouldBe(atLeast == 0 ? [] : ["a state"]);
    }

    [Theory]
    [InlineData("{ text(length: 200000) }")]
    [InlineData("{ later { words(count: 40000) } }")]
    [InlineData("{ hardText(length: 200000) }")]
    [InlineData("mutation { add(length: 200000) }")]
    public async Task A_request_whose_response_gets_no_memory_fails_as_a_whole(string document)
    {
        var memory = new Memory { Capacity = 64 * 1024 };
        _options.ResponseMemory = memory;
        var executor = new RequestExecutor(_schema, _options);

        using var result = await executor.ExecuteAsync(Request(document, new Counter()), TestContext.Current.CancellationToken);

        result.Outcome.ShouldBe(ExecutionOutcome.Overloaded);
        Encoding.UTF8.GetString(Bytes(result)).ShouldBe("""{"errors":[{"message":"full"}]}""");
        memory.Taken.ShouldBe(0);
    }

    private static byte[] Bytes(ExecutionResult result)
    {
        var (whole, parts) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
        result.WriteTo(whole);
        foreach (var part in result.Parts())
        {
            parts.Write(part.Span);
        }

        parts.WrittenSpan.SequenceEqual(whole.WrittenSpan).ShouldBeTrue();
        whole.WrittenCount.ShouldBe((int)result.Length);
        return whole.WrittenSpan.ToArray();
    }

    private static OperationRequest Request(string document, object? state = null) =>
        new() { Document = Encoding.UTF8.GetBytes(document), State = state };

    private static async Task<JsonNode> AnswerAsync(RequestExecutor executor, OperationRequest request)
    {
        using var result = await executor.ExecuteAsync(request, TestContext.Current.CancellationToken);
        result.Length.ShouldBeLessThan(Limit + 4096);
        return JsonNode.Parse(Bytes(result))!;
    }

    private Task<JsonNode> RunAsync(string document, object? state = null) =>
        AnswerAsync(new RequestExecutor(_schema, _options), Request(document, state));

    public sealed class Query
    {
        public string? GetText(int length) => new('x', length);

        public string GetHardText(int length) => new('x', length);

        public List<string>? GetWords(int count) => [.. Enumerable.Repeat("word", count)];

        public async Task<Below?> GetLater()
        {
            await Task.Yield();
            return new Below();
        }

        public Page? Page { get; } = new();
    }

    public sealed class Below
    {
        public IEnumerable<string> GetWords(int count) => Enumerable.Repeat("word", count);

        public IEnumerable<Failing> GetFailing(int count) => Enumerable.Repeat(new Failing(), count);
    }

    public sealed class Failing
    {
        public string? Fails => throw new GraphQLException(new Error("no"));
    }

    public sealed class Page
    {
        public const int Length = 8 * 1024;

        internal PreparedOperationTests.Renderings Fragments { get; } = new();

        public string Text { get; } = new('x', Length - "{\"text\":\"\"},\"a10\":".Length);
    }

    public sealed class Mutation
    {
        public string? Add(int length, [Service] Counter counter)
        {
            counter.Count++;
            return new string('x', length);
        }

        public async Task<string?> AddLater([Service] Counter counter)
        {
            await Task.Yield();
            counter.Count++;
            return "later";
        }
    }

    public sealed class Counter
    {
        public int Count { get; set; }
    }

    private sealed class Memory : IResponseMemory
    {
        public List<object?> States { get; } = [];

        public long Taken { get; set; }

        public long Capacity { get; init; } = long.MaxValue;

        public IResponseShare Open(object? state)
        {
            States.Add(state);
            return new Share(this);
        }

        private sealed class Share(Memory memory) : IResponseShare
        {
            private long _taken;

            public IError? Grow(int bytes)
            {
                if (memory.Taken + bytes > memory.Capacity)
                {
                    return new Error("full");
                }

                (memory.Taken, _taken) = (memory.Taken + bytes, _taken + bytes);
                return null;
            }

            public void Dispose() => memory.Taken -= _taken;
        }
    }
}
