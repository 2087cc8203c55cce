using System.Text;
using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Tests.Execution;

public sealed class AsyncTests
{
    [Fact(Timeout = 30_000)]
    public async Task Asynchronous_fields_run_side_by_side()
    {
        // Each waits for the other: one after the other they would wait for ever.
        var schema = SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Meeting>().Create();
        var services = new OneService(new Rendezvous(3));
        var answer = await schema.RunAsync("{ a: meet b: meet nested { meet } }", services: services).WaitAsync(TestContext.Current.CancellationToken);
        answer.ShouldBe("""{"data":{"a":true,"b":true,"nested":{"meet":true}}}""");
    }

    [Fact(Timeout = 30_000)]
    public async Task A_client_that_leaves_ends_the_request()
    {
        var schema = SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Endless>().Create();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = new RequestExecutor(schema, new ExecutorOptions())
            .ExecuteAsync(new OperationRequest { Document = "{ wait }"u8.ToArray() }, leaving.Token).AsTask();
        await Endless.Started.Task;
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(running);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_request_over_its_time_is_refused_as_such()
    {
        var schema = SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Endless>().Create();
        var options = new ExecutorOptions();
        options.Request.ExecutionTimeout = TimeSpan.FromMilliseconds(100);
        var (json, outcome) = await new RequestExecutor(schema, options).RunAsync("{ wait }").WaitAsync(TestContext.Current.CancellationToken);
        outcome.ShouldBe(ExecutionOutcome.TimedOut);
        json.ShouldContain("HC0045");
    }

    [Fact]
    public async Task The_transports_state_reaches_the_parameters_of_its_type()
    {
        var schema = SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Stateful>().Create();
        schema.ToString().ShouldContain("name: String!");
        (await schema.RunAsync("{ name }", state: new StringBuilder("from the transport"))).ShouldBe("""{"data":{"name":"from the transport"}}""");
    }

    [Fact]
    public async Task Looking_ahead_sees_through_aliases_fragments_conditions_and_variables()
    {
        var schema = SchemaBuilder.New().AddGeneratedTypes().AddQueryType<LookAhead>().Create();
        const string Query = """
            query($m: Metric!, $no: Boolean!) { look { data { x: points { count } ...F hidden @include(if: $no) } } }
            fragment F on LookData { points { bytes } values(metric: $m) more: values(metric: BYTES) }
            """;
        (await schema.RunAsync(Query, """{"m":"COUNT","no":false}"""))
            .ShouldBe("""{"data":{"look":{"data":{"x":[],"points":[],"values":"points:2 count:True bytes:True hidden:False metrics:COUNT,BYTES","more":"points:2 count:True bytes:True hidden:False metrics:COUNT,BYTES"}}}}""");
    }

    private sealed class OneService(object service) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType.IsInstanceOfType(service) ? service : null;
    }

    public sealed class Rendezvous(int expected)
    {
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _arrived;

        public Task ArriveAsync()
        {
            if (Interlocked.Increment(ref _arrived) == expected)
            {
                _all.SetResult();
            }

            return _all.Task;
        }
    }

    public sealed class Meeting
    {
        public Meeting Nested => this;

        public async Task<bool> MeetAsync([Service] Rendezvous rendezvous)
        {
            await rendezvous.ArriveAsync();
            return true;
        }
    }

    public sealed class Endless
    {
        public static TaskCompletionSource Started { get; } = new();

        public async Task<bool> WaitAsync(CancellationToken cancellationToken)
        {
            Started.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return true;
        }
    }

    public sealed class Stateful
    {
        public string GetName(StringBuilder state) => state.ToString();
    }

    public enum Metric
    {
        Count,
        Bytes,
    }

    public sealed class LookAhead
    {
        public Look GetLook(IResolverContext context)
        {
            var points = context.Select("data").Select("points");
            var metrics = new List<string>();
            foreach (var selection in context.Select("data").Select("values"))
            {
                if (selection.Arguments.TryCoerceArguments(context, out var coerced) && coerced["metric"].ValueLiteral is EnumValueNode { Value: var name })
                {
                    metrics.Add(name);
                }
            }

            return new Look(new LookData(
                $"points:{points.Count} count:{points.IsSelected("count")} bytes:{points.IsSelected("bytes")} hidden:{context.Select("data").IsSelected("hidden")} metrics:{string.Join(',', metrics)}"));
        }
    }

    public sealed record Look(LookData Data);

    public sealed class LookData(string seen)
    {
        public IReadOnlyList<LookPoint> Points => [];

        public string Hidden => "";

        public string Values(Metric metric) => $"{seen}{(metric < 0 ? "?" : "")}";
    }

    public sealed record LookPoint(int Count, int Bytes);
}
