using System.Collections.Concurrent;
using Gateway.Radar;
using Gateway.Tests.Caching.Redis;
using Gateway.Upstream;
using Gateway.Upstream.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

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
        var client = TestClient.Create(upstream.BaseUrl, options =>
            (options.MaxConcurrentCalls, options.QueueLength, options.MaxCallsPerSecond) = (1, 0, 0));
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
    public async Task Who_leaves_while_it_waits_for_its_turn_gives_it_back()
    {
        const int PerSecond = 4;
        var time = new FakeTimeProvider(TestClient.Now);
        await using var upstream = await UpstreamStub.StartAsync(200, """{"success":true,"errors":[],"messages":[],"result":{"text":"hello"}}""");
        var services = TestClient.Services(
            upstream.BaseUrl,
            options => (options.CredentialShare, options.MaxCallsPerSecond, options.QueueTimeout) = (1, PerSecond, TimeSpan.FromSeconds(5)),
            time);
        services.GetRequiredService<KnownCredentials>().Add(RadarApi.Api, TestClient.Caller.Fingerprint);
        var client = services.GetRequiredService<CloudflareClient>();
        var answers = await Task.WhenAll(Enumerable.Range(0, PerSecond).Select(_ => client.AskAsync(Cancellation)));
        answers.ShouldAllBe(answer => answer.Value != null);

        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var leaving = Enumerable.Range(0, PerSecond).Select(_ => client.AskAsync(caller.Token)).ToArray();
        await caller.CancelAsync();
        await Task.WhenAll(leaving).ContinueWith(static _ => { }, TaskScheduler.Default);
        leaving.ShouldAllBe(call => call.IsCanceled);

        var asked = client.AskAsync(Cancellation, TestClient.Identify(Credential.Bearer("another-token")));
        time.Advance(TimeSpan.FromSeconds(1));

        (await asked).Value.ShouldNotBeNull();
    }

    [Fact]
    public async Task Ten_thousand_callers_that_leave_leave_no_thread_socket_or_timer_behind()
    {
        const int Batch = 40;
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
        await AskAndLeaveAsync(250);

        connections.ShouldBeEmpty();
        upstream.Calls.Count.ShouldBe(252 * Batch);

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
