using Gateway.Spectrum;
using Gateway.Tests.Time;
using Gateway.Time;
using Gateway.Upstream;
using Gateway.Upstream.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Upstream.Resilience;

/// <summary>When the circuit of an endpoint opens and closes, over real HTTP, with a clock that the tests control.</summary>
public sealed class BreakerTests : IAsyncLifetime
{
    private const string Success = """{"success":true,"errors":[],"messages":[],"result":{"text":"hello"}}""";
    private static readonly TimeSpan BreakTime = TimeSpan.FromSeconds(2);

    private readonly FakeTimeProvider _time = new(TestClient.Now);
    private UpstreamStub _upstream = null!;
    private RequestDelegate _answer = Answer(200);
    private readonly SemaphoreSlim _hanging = new(0);
    private int _calls;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _upstream = await UpstreamStub.StartAsync(context =>
    {
        Interlocked.Increment(ref _calls);
        return _answer(context);
    });

    public async ValueTask DisposeAsync()
    {
        await _upstream.DisposeAsync();
        _hanging.Dispose();
    }

    [Theory]
    [InlineData(10, 9, false)]
    [InlineData(10, 10, true)]
    [InlineData(11, 10, false)]
    [InlineData(0, 19, false)]
    [InlineData(0, 20, true)]
    public async Task It_opens_where_half_of_twenty_calls_within_ten_seconds_fail(int good, int bad, bool opens)
    {
        var client = Create();

        // Another credential counts from its first 2xx on.
        await AskAsync(client, 200, 1);
        _time.Advance(TimeSpan.FromSeconds(11));
        await AskAsync(client, 200, good);
        _time.Advance(TimeSpan.FromSeconds(9));
        await AskAsync(client, 503, bad);

        (await client.AskElsewhereAsync(Cancellation)).Failure.ShouldNotBeNull().IsUnsent.ShouldBe(opens);
    }

    [Fact]
    public async Task What_failed_more_than_ten_seconds_ago_is_forgotten()
    {
        var client = Create();
        await AskAsync(client, 503, 19);
        _time.Advance(TimeSpan.FromSeconds(11));
        await AskAsync(client, 503, 19);

        (await client.AskElsewhereAsync(Cancellation)).Failure.ShouldNotBeNull().IsUnsent.ShouldBeFalse();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(408)]
    [InlineData(422)]
    [InlineData(429)]
    [InlineData(204)]
    public async Task What_is_no_fault_of_the_servers_never_opens_it(int status)
    {
        var client = Create();
        await AskAsync(client, status, 100);
        _calls.ShouldBe(100);
    }

    [Fact]
    public async Task Callers_that_leave_never_open_it()
    {
        var client = Create();
        _answer = HangAsync;
        for (var i = 0; i < 30; i++)
        {
            await AskAndLeaveAsync(client);
        }

        _calls.ShouldBe(30);
    }

    [Fact]
    public async Task While_it_is_open_no_call_is_made_and_the_answer_says_when_to_ask_again()
    {
        var client = Create();
        await AskAsync(client, 503, 20);
        for (var i = 0; i < 100; i++)
        {
            var failure = (await client.AskElsewhereAsync(Cancellation)).Failure.ShouldNotBeNull();
            (failure.Kind, failure.RetryAfterSeconds, failure.IsUnsent).ShouldBe((FailureKind.UpstreamUnavailable, 2, true));
        }

        _time.Advance(BreakTime - TimeSpan.FromTicks(1));
        (await client.AskElsewhereAsync(Cancellation)).Failure.ShouldNotBeNull().RetryAfterSeconds.ShouldBe(1);
        _calls.ShouldBe(20);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(2)]
    public async Task It_stays_open_for_its_time_however_the_wall_clock_is_set(int hours)
    {
        var machine = new MachineClock(TestClient.Now);
        var client = Create(time: new MonotonicTimeProvider(machine));
        await AskAsync(client, 503, 20);
        machine.Set(TimeSpan.FromHours(hours));

        machine.Advance(BreakTime - TimeSpan.FromTicks(1));
        await AskAsync(client, 200, 1);
        _calls.ShouldBe(20);
        machine.Advance(TimeSpan.FromTicks(1));
        await AskAsync(client, 200, 2);
        _calls.ShouldBe(22);
    }

    [Fact]
    public async Task One_call_at_a_time_probes_until_one_succeeds_and_each_change_is_logged_once()
    {
        await using var services = Services();
        var client = services.GetRequiredService<CloudflareClient>();
        await AskAsync(client, 503, 20);
        foreach (var status in new[] { 503, 500, 200 })
        {
            _time.Advance(BreakTime);
            var (asked, release) = (new TaskCompletionSource(), new TaskCompletionSource());
            _answer = async context =>
            {
                asked.SetResult();
                await release.Task;
                await Answer(status)(context);
            };
            var probe = client.AskElsewhereAsync(Cancellation);
            await asked.Task.WaitAsync(Cancellation);

            // However long the probe takes, up to its own timeout, it is the only one.
            _time.Advance(BreakTime);
            var others = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.AskElsewhereAsync(Cancellation)));
            others.ShouldAllBe(other => other.Failure!.IsUnsent && other.Failure.RetryAfterSeconds == 1);
            release.SetResult();
            ((await probe).Failure?.Cloudflare?.Status ?? 200).ShouldBe(status);
        }

        _calls.ShouldBe(23);
        await AskAsync(client, 200, 50);
        _calls.ShouldBe(73);
        var log = services.GetFakeLogCollector().GetSnapshot();
        log.Where(record => record.Id.Id == 1010).ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Warning);
        log.Where(record => record.Id.Id == 1012).ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Information);
    }

    [Fact]
    public async Task A_probe_whose_caller_leaves_leaves_its_turn_to_the_next_one()
    {
        var client = Create();
        await AskAsync(client, 503, 20);
        _time.Advance(BreakTime);
        _answer = HangAsync;
        await AskAndLeaveAsync(client);

        await AskAsync(client, 200, 1);
        _calls.ShouldBe(22);
    }

    [Fact]
    public async Task Answers_that_do_not_come_in_time_open_it()
    {
        var client = Create(attemptTimeout: 4);
        _answer = HangAsync;

        // Each of them counts for eight of the twenty calls: as many are expected in four seconds.
        for (var i = 0; i < 3; i++)
        {
            var asked = client.AskElsewhereAsync(Cancellation);
            await _hanging.WaitAsync(Cancellation);
            _time.Advance(TimeSpan.FromSeconds(4));
            (await asked).Failure!.Kind.ShouldBe(FailureKind.UpstreamTimeout);
        }

        (await client.AskElsewhereAsync(Cancellation)).Failure.ShouldNotBeNull().IsUnsent.ShouldBeTrue();
    }

    [Fact]
    public async Task An_endpoint_that_is_down_leaves_the_other_one_untouched()
    {
        var client = Create();
        await AskAsync(client, 503, 21);
        _calls.ShouldBe(20);

        _answer = Answer(200);
        var spectrum = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => client.GetAsync(
            SpectrumApi.Bytime, "zones", TestClient.Caller, CallPurpose.Request, TimeSpan.Zero, new AnswerReader(), Cancellation)));
        spectrum.ShouldAllBe(answer => answer.Value != null);
        _calls.ShouldBe(36);
    }

    private static RequestDelegate Answer(int status) => async context =>
    {
        context.Response.StatusCode = status;
        if (status != 204)
        {
            await context.Response.WriteAsync(status == 200 ? Success : "{}", context.RequestAborted);
        }
    };

    private Task HangAsync(HttpContext context)
    {
        _hanging.Release();
        return Task.Delay(Timeout.Infinite, context.RequestAborted);
    }

    private CloudflareClient Create(int attemptTimeout = 7, TimeProvider? time = null) =>
        Services(attemptTimeout, time).GetRequiredService<CloudflareClient>();

    private ServiceProvider Services(int attemptTimeout = 7, TimeProvider? time = null) => TestClient.Services(
        _upstream.BaseUrl,
        options => (options.AttemptTimeout, options.MaxCallsPerSecond) = (TimeSpan.FromSeconds(attemptTimeout), 0),
        time ?? _time);

    private async Task AskAsync(CloudflareClient client, int status, int times)
    {
        _answer = Answer(status);
        for (var i = 0; i < times; i++)
        {
            await client.AskElsewhereAsync(Cancellation);
        }
    }

    private async Task AskAndLeaveAsync(CloudflareClient client)
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var asked = client.AskElsewhereAsync(caller.Token);
        await _hanging.WaitAsync(Cancellation);
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => asked);
    }
}
