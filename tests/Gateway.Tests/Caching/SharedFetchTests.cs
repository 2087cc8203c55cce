using Gateway.Caching;
using Gateway.Upstream;

namespace Gateway.Tests.Caching;

public sealed class SharedFetchTests
{
    private static readonly Fetched Result = new(null, UpstreamFailures.NotRetried(), CacheTier.Upstream);

    [Fact]
    public async Task A_single_waiter_goes_on_where_the_answer_came()
    {
        // Where nothing else is to be gone back to, as on a server.
        SynchronizationContext.SetSynchronizationContext(null);
        var fetch = new SharedFetch(isBackground: false);
        var alone = WaitAsync(fetch, CancellationToken.None);
        fetch.Complete(Result);
        alone.IsCompletedSuccessfully.ShouldBeTrue();
        var here = Environment.CurrentManagedThreadId;
        (await alone).ShouldBe(here);
    }

    [Fact]
    public async Task Of_several_waiters_none_goes_on_where_the_answer_came()
    {
        SynchronizationContext.SetSynchronizationContext(null);
        var fetch = new SharedFetch(isBackground: false);
        using var held = new ManualResetEventSlim();
        Task[] waiting = [.. Enumerable.Range(0, 3).Select(async _ =>
        {
            await WaitAsync(fetch, TestContext.Current.CancellationToken);
            held.Wait(TestContext.Current.CancellationToken);
        })];

        // Would not return if a waiter went on here.
        fetch.Complete(Result);
        held.Set();
        await Task.WhenAll(waiting);
    }

    private static async Task<int> WaitAsync(SharedFetch fetch, CancellationToken cancellationToken)
    {
        fetch.TryJoin().ShouldBeTrue();
        (await fetch.WaitAsync(cancellationToken)).ShouldBeSameAs(Result);
        return Environment.CurrentManagedThreadId;
    }
}
