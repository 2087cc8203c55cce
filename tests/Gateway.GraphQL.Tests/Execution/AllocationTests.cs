using System.Text;
using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Execution;

namespace Gateway.GraphQL.Tests.Execution;

/// <summary>Limits the allocations of a response. The counts are the same on every machine.</summary>
public sealed class AllocationTests
{
    private const int Runs = 8;

    private readonly RequestExecutor _executor = new(SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Query>().Create(), new ExecutorOptions());

    [Fact]
    public void A_point_that_is_written_allocates_nothing()
    {
        (BytesOf(10_100) - BytesOf(100)).ShouldBeLessThan(1_000);

        long BytesOf(int points)
        {
            var document = Encoding.UTF8.GetBytes($"{{ points(count: {points}) {{ at value }} }}");
            return LeastOf(_ => ExecuteAsync(document));
        }
    }

    [Fact]
    public void An_operation_that_is_prepared_takes_less_than_2_KiB()
    {
        using var operation = _executor.PrepareForReuse(new OperationRequest { Document = "{ points(count: 288) { at value } }"u8.ToArray() }).ShouldNotBeNull();
        LeastOf(_ => _executor.ExecuteAsync(operation, services: null, state: null, TestContext.Current.CancellationToken))
            .ShouldBeLessThan(2 * 1024);
    }

    [Fact]
    public void A_document_that_is_new_takes_less_than_1_KiB_for_each_field()
    {
        const int Fields = 200;
        var list = string.Join(' ', Enumerable.Range(0, Fields).Select(static i => $"a{i}: __typename"));
        var documents = Enumerable.Range(0, Runs).Select(i => Encoding.UTF8.GetBytes($"{{ {list} }} # {i}")).ToArray();
        (LeastOf(i => ExecuteAsync(documents[i])) / Fields).ShouldBeLessThan(1024);
    }

    // The first runs compile plans and fill pools. Later ones may differ too: the runtime compiles methods again, and other tests use the
    // pools.
    private static long LeastOf(Func<int, ValueTask<ExecutionResult>> run) => Enumerable.Range(0, Runs).Min(i =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Finish(run(i));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });

    private ValueTask<ExecutionResult> ExecuteAsync(byte[] document) =>
        _executor.ExecuteAsync(new OperationRequest { Document = document }, TestContext.Current.CancellationToken);

    // Nothing of it has to be waited for, so that all of it is this thread's.
    private static void Finish(ValueTask<ExecutionResult> running)
    {
        running.IsCompleted.ShouldBeTrue();
        running.Result.Dispose();
    }

    public sealed class Query
    {
        private static readonly Point[] Points =
            [.. Enumerable.Range(0, 20_000).Select(i => new Point(DateTimeOffset.UnixEpoch.AddMinutes(15 * i), i % 7 == 0 ? null : i / 3.0))];

        public IReadOnlyList<Point> GetPoints(int count) => new ArraySegment<Point>(Points, 0, count);
    }

    public readonly record struct Point(DateTimeOffset At, double? Value);
}
