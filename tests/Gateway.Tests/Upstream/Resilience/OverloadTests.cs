using System.Diagnostics;
using Gateway.Radar;
using Gateway.Spectrum;
using Gateway.Upstream;
using Gateway.Upstream.Client;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests.Upstream.Resilience;

/// <summary>More calls than allowed at one time, over real HTTP.</summary>
[Collection<Alone>]
public sealed class OverloadTests
{
    private const string Success = """{"success":true,"errors":[],"messages":[],"result":{"text":"hello"}}""";
    private static readonly TimeSpan CallTime = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_beyond_places_and_queue_is_turned_away_without_a_call()
    {
        var release = new TaskCompletionSource();
        await using var upstream = await HeldAsync(release.Task);
        var client = TestClient.Create(upstream.BaseUrl, options => (options.MaxConcurrentCalls, options.CredentialShare, options.QueueLength) = (4, 1, 2));

        var asked = Enumerable.Range(0, 100).Select(_ => client.AskAsync(Cancellation)).ToArray();
        var refused = await Task.WhenAll(asked[6..]);
        release.SetResult();
        var answered = await Task.WhenAll(asked[..6]);

        refused.ShouldAllBe(answer => answer.Failure!.Kind == FailureKind.Overloaded && answer.Failure.IsUnsent && answer.Failure.RetryAfterSeconds == 1);
        answered.ShouldAllBe(answer => answer.Value != null);
        upstream.Calls.Count.ShouldBe(6);
        refused[0].Failure!.ToError().Code.ShouldBe("OVERLOADED");
    }

    [Fact]
    public async Task One_credential_that_waits_for_all_it_may_have_keeps_no_other_waiting()
    {
        var release = new TaskCompletionSource();
        await using var upstream = await UpstreamStub.StartAsync(async context =>
        {
            if (context.Request.Headers.Authorization == "Bearer greedy")
            {
                await release.Task.WaitAsync(context.RequestAborted);
            }

            await context.Response.WriteAsync(Success, context.RequestAborted);
        });
        var client = TestClient.Create(upstream.BaseUrl, options => options.MaxCallsPerSecond = 0);
        var greedy = Enumerable.Range(0, 80).Select(_ => AskAsync(client, "greedy")).ToArray();

        // They are guests, who may use three quarters of the permits.
        var others = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => AskAsync(client, $"other-{i % 3}")));

        others.ShouldAllBe(answer => answer.Value != null);
        greedy.ShouldAllBe(answer => !answer.IsCompleted);
        upstream.Calls.Count.ShouldBe(16 + 32);
        release.SetResult();
        (await Task.WhenAll(greedy)).ShouldAllBe(answer => answer.Value != null);
    }

    [Fact]
    public async Task Attempts_of_both_endpoints_share_one_rate_and_those_that_would_wait_too_long_are_turned_away()
    {
        await using var upstream = await UpstreamStub.StartAsync(200, Success);
        var client = TestClient.Create(
            upstream.BaseUrl, options => (options.MaxCallsPerSecond, options.QueueTimeout, options.CredentialShare) = (10, CallTime, 1));
        foreach (var endpoint in new[] { RadarApi.CtTimeseries, SpectrumApi.Bytime })
        {
            (await AskAsync(client, "any", endpoint)).Value.ShouldNotBeNull();
        }

        var watch = Stopwatch.StartNew();
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i =>
            AskAsync(client, "any", i % 2 == 0 ? RadarApi.CtTimeseries : SpectrumApi.Bytime)));

        upstream.Calls.Count.ShouldBeInRange(10, 10 + (int)(10 * watch.Elapsed.TotalSeconds));
        answers.Count(answer => answer.Value is not null).ShouldBe(upstream.Calls.Count - 2);
        answers.ShouldAllBe(answer => answer.Value != null || answer.Failure!.Kind == FailureKind.Overloaded);
    }

    [Fact]
    public async Task With_five_times_the_load_that_it_can_bear_it_serves_nine_tenths_of_what_it_can()
    {
        const int Places = 8;
        await using var upstream = await HeldAsync(delay: CallTime);
        var client = TestClient.Create(upstream.BaseUrl, options =>
            (options.MaxConcurrentCalls, options.QueueLength, options.MaxCallsPerSecond) = (Places, Places, 0));
        await Task.WhenAll(Enumerable.Range(0, Places).Select(i => AskAsync(client, $"token-{i}")));

        // Its peak: as many callers as places, each of whom asks again when it has its answer.
        var watch = Stopwatch.StartNew();
        var peak = (await Task.WhenAll(Enumerable.Range(0, Places).Select(async i =>
        {
            var served = 0;
            while (watch.Elapsed < 15 * CallTime)
            {
                served += (await AskAsync(client, $"token-{i}")).Value is null ? 0 : 1;
            }

            return served;
        }))).Sum() / watch.Elapsed.TotalSeconds;

        // Five times that, whether or not there was an answer; a caller leaves when five calls' time is over.
        var sent = upstream.Calls.Count;
        watch.Restart();
        var callers = new List<Task<CallEnd>>();
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (watch.Elapsed < 15 * CallTime)
        {
            while (callers.Count < 5 * peak * watch.Elapsed.TotalSeconds)
            {
                callers.Add(AskWithPatienceAsync(client, $"token-{callers.Count % 50}"));
            }

            await pace.WaitForNextTickAsync(Cancellation);
        }

        var outcomes = await Task.WhenAll(callers);
        var served = outcomes.Count(end => end == CallEnd.Served);
        var goodput = served / watch.Elapsed.TotalSeconds;
        TestContext.Current.TestOutputHelper?.WriteLine($"peak {peak:F1}/s, offered {callers.Count / watch.Elapsed.TotalSeconds:F1}/s, goodput {goodput:F1}/s");

        (goodput / peak).ShouldBeGreaterThan(0.9);
        (upstream.Calls.Count - sent).ShouldBeInRange(served, served + outcomes.Count(end => end == CallEnd.Left));
    }

    private static Task<UpstreamStub> HeldAsync(Task? release = null, TimeSpan delay = default) => UpstreamStub.StartAsync(async context =>
    {
        await (release ?? Task.Delay(delay)).WaitAsync(context.RequestAborted);
        await context.Response.WriteAsync(Success, context.RequestAborted);
    });

    private static async Task<CallEnd> AskWithPatienceAsync(CloudflareClient client, string token)
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        caller.CancelAfter(5 * CallTime);
        try
        {
            var answer = await AskAsync(client, token, RadarApi.CtTimeseries, caller.Token);
            answer.Failure?.Kind.ShouldBe(FailureKind.Overloaded);
            return answer.Failure is null ? CallEnd.Served : CallEnd.TurnedAway;
        }
        catch (OperationCanceledException)
        {
            return CallEnd.Left;
        }
    }

    private static Task<Result<CloudflareResponse<Answer>>> AskAsync(
        CloudflareClient client, string token, CloudflareEndpoint? endpoint = null, CancellationToken? cancellationToken = null) =>
        client.GetAsync(
            endpoint ?? RadarApi.CtTimeseries,
            "x",
            TestClient.Identify(Credential.Bearer(token)),
            CallPurpose.Request,
            TimeSpan.Zero,
            new AnswerReader(),
            cancellationToken ?? Cancellation);

    private enum CallEnd
    {
        Served,
        TurnedAway,
        Left,
    }
}
