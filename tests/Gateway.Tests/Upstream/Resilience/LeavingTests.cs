using System.Collections.Concurrent;
using Gateway.Tests.Caching.Redis;
using Gateway.Upstream;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests.Upstream.Resilience;

/// <summary>Calls end when their callers disconnect.</summary>
[Collection<Alone>]
public sealed class LeavingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_place_is_free_again_as_soon_as_its_caller_has_left()
    {
        using var hanging = new SemaphoreSlim(0);
        await using var upstream = await UpstreamStub.StartAsync(context => HangAsync(context, hanging));
        var client = TestClient.Create(upstream.BaseUrl, options => (options.MaxConcurrentCalls, options.QueueLength) = (1, 0));
        for (var i = 0; i < 50; i++)
        {
            using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var asked = client.AskAsync(caller.Token);
            await hanging.WaitAsync(Cancellation);
            (await client.AskAsync(Cancellation)).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.Overloaded);
            await caller.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => asked);
        }

        upstream.Calls.Count.ShouldBe(50);
    }

    [Fact]
    public async Task What_waits_for_a_place_or_a_turn_is_never_sent_once_its_caller_has_left()
    {
        using var hanging = new SemaphoreSlim(0);
        await using var upstream = await UpstreamStub.StartAsync(context => HangAsync(context, hanging));
        var client = TestClient.Create(
            upstream.BaseUrl,
            options => (options.MaxConcurrentCalls, options.CredentialShare, options.MaxCallsPerSecond, options.QueueTimeout) = (2, 1, 1, TimeSpan.FromMinutes(1)));
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var asked = Enumerable.Range(0, 10).Select(_ => client.AskAsync(caller.Token)).ToArray();
        await hanging.WaitAsync(Cancellation);

        await caller.CancelAsync();

        foreach (var call in asked)
        {
            await Should.ThrowAsync<OperationCanceledException>(() => call);
        }

        upstream.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Ten_thousand_callers_that_leave_leave_no_thread_socket_or_timer_behind()
    {
        const int Batch = 50;
        using var hanging = new SemaphoreSlim(0);
        using var gone = new SemaphoreSlim(0);
        var connections = new ConcurrentDictionary<string, bool>();
        await using var upstream = await UpstreamStub.StartAsync(async context =>
        {
            var connection = context.Connection.Id;
            connections[connection] = true;
            context.RequestAborted.Register(() =>
            {
                connections.TryRemove(connection, out var _);
                gone.Release();
            });
            await HangAsync(context, hanging);
        });
        var client = TestClient.Create(
            upstream.BaseUrl, options => (options.CredentialShare, options.QueueLength, options.MaxCallsPerSecond) = (1, Batch, 0));

        await AskAndLeaveAsync(2);
        var (threads, timers, files) = Count();
        await AskAndLeaveAsync(200);

        connections.ShouldBeEmpty();
        upstream.Calls.Count.ShouldBe(202 * Batch);

        // A thread, socket or timer left over by one in a hundred callers would show; the rest is the test runner's.
        await Eventually.IsAsync(() => Count() is var now && now.Threads < threads + 50 && now.Timers < timers + 50 && now.Files < files + 50);

        async Task AskAndLeaveAsync(int times)
        {
            for (var i = 0; i < times; i++)
            {
                using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
                var asked = Enumerable.Range(0, Batch).Select(_ => client.AskAsync(caller.Token)).ToArray();
                await TakeAsync(hanging, Batch);
                await caller.CancelAsync();
                await Task.WhenAll(asked).ContinueWith(static _ => { }, TaskScheduler.Default);
                asked.ShouldAllBe(call => call.IsCanceled);
                await TakeAsync(gone, Batch);
            }
        }

        static (int Threads, long Timers, int Files) Count() =>
            (ThreadPool.ThreadCount, Timer.ActiveCount, OperatingSystem.IsLinux() ? Directory.GetFiles("/proc/self/fd").Length : 0);
    }

    private static async Task TakeAsync(SemaphoreSlim signal, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await signal.WaitAsync(Cancellation);
        }
    }

    private static Task HangAsync(HttpContext context, SemaphoreSlim hanging)
    {
        hanging.Release();
        return Task.Delay(Timeout.Infinite, context.RequestAborted);
    }
}
