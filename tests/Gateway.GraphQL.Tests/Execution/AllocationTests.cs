using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Execution;

namespace Gateway.GraphQL.Tests.Execution;

/// <summary>Limits the allocations of a response. The counts are the same on every machine.</summary>
public sealed class AllocationTests
{
    private readonly RequestExecutor _executor = new(SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Query>().Create(), new ExecutorOptions());

    [Fact]
    public void A_point_that_is_written_allocates_nothing()
    {
        // Both once, so that plans are compiled and the pools hold buffers of either size.
        for (var i = 0; i < 3; i++)
        {
            BytesOf(100);
            BytesOf(10_100);
        }

        (BytesOf(10_100) - BytesOf(100)).ShouldBeLessThan(1_000);
    }

    [Fact]
    public void An_operation_that_is_prepared_takes_less_than_2_KiB()
    {
        using var operation = _executor.PrepareForReuse(new OperationRequest { Document = "{ points(count: 288) { at value } }"u8.ToArray() }).ShouldNotBeNull();
        for (var i = 0; i < 3; i++)
        {
            BytesOf(operation);
        }

        BytesOf(operation).ShouldBeLessThan(2 * 1024);
    }

    [Fact]
    public void A_document_that_is_new_takes_less_than_1_KiB_for_each_field()
    {
        const int Fields = 200;
        var list = string.Join(' ', Enumerable.Range(0, Fields).Select(static i => $"a{i}: __typename"));
        for (var i = 0; i < 3; i++)
        {
            BytesOf($"{{ {list} }} # {i}");
        }

        (BytesOf($"{{ {list} }} # new") / Fields).ShouldBeLessThan(1024);
    }

    private long BytesOf(string text)
    {
        var document = System.Text.Encoding.UTF8.GetBytes(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Finish(_executor.ExecuteAsync(new OperationRequest { Document = document }, TestContext.Current.CancellationToken));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private long BytesOf(int points)
    {
        var document = System.Text.Encoding.UTF8.GetBytes($"{{ points(count: {points}) {{ at value }} }}");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Finish(_executor.ExecuteAsync(new OperationRequest { Document = document }, TestContext.Current.CancellationToken));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private long BytesOf(PreparedOperation operation)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Finish(_executor.ExecuteAsync(operation, services: null, state: null, TestContext.Current.CancellationToken));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

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
