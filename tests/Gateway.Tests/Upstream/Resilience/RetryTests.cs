using Gateway.Radar;
using Gateway.Upstream;
using Gateway.Upstream.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Upstream.Resilience;

/// <summary>Which failed attempts are retried, over real HTTP.</summary>
public sealed class RetryTests
{
    private const string Success = """{"success":true,"errors":[],"messages":[],"result":{"text":"hello"}}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(408, 3)]
    [InlineData(500, 3)]
    [InlineData(502, 3)]
    [InlineData(503, 3)]
    [InlineData(504, 3)]
    [InlineData(501, 1)]
    [InlineData(530, 1)]
    [InlineData(400, 1)]
    [InlineData(401, 1)]
    [InlineData(403, 1)]
    [InlineData(404, 1)]
    [InlineData(422, 1)]
    [InlineData(429, 1)]
    public async Task Only_what_may_be_over_soon_is_tried_again_and_twice_at_most(int status, int attempts)
    {
        await using var upstream = await UpstreamStub.StartAsync(status, "{}");

        var failure = (await Create(upstream).AskAsync(Cancellation)).Failure.ShouldNotBeNull();

        failure.Cloudflare!.Status.ShouldBe(status);
        upstream.Calls.Count.ShouldBe(attempts);
    }

    [Fact]
    public async Task An_answer_that_can_not_be_read_is_not_asked_for_again()
    {
        await using var upstream = await UpstreamStub.StartAsync(200, "<html>", "text/html");

        (await Create(upstream).AskAsync(Cancellation)).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.UpstreamInvalidResponse);

        upstream.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Where_the_call_rate_has_no_turn_for_a_retry_the_failure_stays_Cloudflares()
    {
        await using var upstream = await UpstreamStub.StartAsync(503, "{}");
        var client = Create(upstream, options => (options.MaxCallsPerSecond, options.QueueTimeout) = (1, TimeSpan.FromMilliseconds(10)));

        var failure = (await client.AskAsync(Cancellation)).Failure.ShouldNotBeNull();

        (failure.Kind, failure.IsUnsent).ShouldBe((FailureKind.UpstreamUnavailable, false));
        upstream.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_connection_that_breaks_or_stays_silent_is_tried_again()
    {
        var answers = 0;
        await using var upstream = await UpstreamStub.StartAsync(context => Interlocked.Increment(ref answers) switch
        {
            1 => Abort(context),
            2 => Task.Delay(Timeout.Infinite, context.RequestAborted),
            _ => context.Response.WriteAsync(Success, context.RequestAborted),
        });
        var client = Create(upstream, options => options.AttemptTimeout = TimeSpan.FromMilliseconds(500));

        (await client.AskAsync(Cancellation)).Value.ShouldNotBeNull().Result.Text.ShouldBe("hello");

        answers.ShouldBe(3);

        static Task Abort(HttpContext context)
        {
            context.Abort();
            return Task.CompletedTask;
        }
    }

    [Theory]
    [InlineData(503, "5")]
    [InlineData(408, "5")]
    [InlineData(500, "Fri, 02 Jan 2026 03:05:10 GMT")]
    public async Task A_retry_waits_as_long_as_the_answer_says(int status, string retryAfter)
    {
        var time = new FakeTimeProvider(TestClient.Now);
        using var arrived = new SemaphoreSlim(0);
        var answers = 0;
        await using var upstream = await UpstreamStub.StartAsync(async context =>
        {
            var isFirst = Interlocked.Increment(ref answers) == 1;
            context.Response.StatusCode = isFirst ? status : 200;
            context.Response.Headers.RetryAfter = retryAfter;
            context.Response.Headers.Date = "Fri, 02 Jan 2026 03:05:05 GMT";
            await context.Response.WriteAsync(Success, context.RequestAborted);
            arrived.Release();
        });
        var asked = Create(upstream, time: time).AskAsync(Cancellation);
        await arrived.WaitAsync(Cancellation);
        var begunAt = time.GetUtcNow();

        // The wait begins on another thread.
        while (!await arrived.WaitAsync(TimeSpan.FromMilliseconds(1), Cancellation))
        {
            time.Advance(TimeSpan.FromMilliseconds(50));
        }

        (await asked).Value.ShouldNotBeNull();
        (time.GetUtcNow() - begunAt).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(5));
        answers.ShouldBe(2);
    }

    [Theory]
    [InlineData("20", 20)]
    [InlineData("14", 14)]
    [InlineData("99999999999999999999", 300)]
    public async Task What_is_not_over_within_the_deadline_is_not_waited_for(string retryAfter, int seconds)
    {
        await using var upstream = await UpstreamStub.StartAsync(503, "{}", headers: ("Retry-After", retryAfter));

        var failure = (await Create(upstream).AskAsync(Cancellation)).Failure.ShouldNotBeNull();

        (failure.Kind, failure.RetryAfterSeconds).ShouldBe((FailureKind.UpstreamUnavailable, seconds));
        upstream.Calls.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_timeout_tells_how_often_and_how_long_Cloudflare_was_asked(int retries)
    {
        await using var upstream = await UpstreamStub.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var client = Create(upstream, options =>
        {
            options.AttemptTimeout = TimeSpan.FromMilliseconds(200);
            options.Retries.Max = retries;
        });

        var message = (await client.AskAsync(Cancellation)).Failure.ShouldNotBeNull().Message;

        message.ShouldMatch(retries == 0
            ? @"^Cloudflare did not answer within 0\.2 s\.$"
            : @"^Cloudflare did not answer within 0\.2 s, at the last of 2 attempts in (0\.[4-9]|[1-9]\d*(\.\d)?) s\.$");
    }

    [Fact]
    public async Task A_refresh_is_not_tried_again()
    {
        await using var upstream = await UpstreamStub.StartAsync(503, "{}");

        await Create(upstream).GetAsync(
            RadarApi.CtTimeseries, "x", TestClient.Caller, CallPurpose.Refresh, TimeSpan.Zero, new AnswerReader(), Cancellation);

        upstream.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task With_less_of_the_deadline_left_than_a_back_off_may_take_the_failure_is_told_at_once()
    {
        await using var upstream = await UpstreamStub.StartAsync(503, "{}");
        var client = Create(upstream, options => (options.Deadline, options.Retries.MaxDelay) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)));

        (await client.AskAsync(Cancellation)).Failure.ShouldNotBeNull().Cloudflare!.Status.ShouldBe(503);

        upstream.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_upstream_that_stays_silent_is_told_within_the_deadline_however_many_attempts_fit()
    {
        await using var upstream = await UpstreamStub.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var client = Create(upstream, options =>
        {
            options.Deadline = TimeSpan.FromSeconds(1);
            options.AttemptTimeout = TimeSpan.FromMilliseconds(400);
            options.Retries.MaxDelay = TimeSpan.FromMilliseconds(20);
        });

        var failure = (await client.AskAsync(Cancellation)).Failure.ShouldNotBeNull();

        // Three attempts would take longer than the deadline: it ends the last one, if there is time to begin it.
        failure.Kind.ShouldBe(FailureKind.UpstreamTimeout);
        upstream.Calls.Count.ShouldBeInRange(2, 3);
        failure.Message.ShouldContain(upstream.Calls.Count == 3 ? "within 1 s." : "at the last of 2 attempts");
    }

    [Fact]
    public async Task Retries_add_no_more_than_their_budget()
    {
        await using var upstream = await UpstreamStub.StartAsync(503, "{}");
        var client = Create(upstream, options => (options.Breaker.MinimumCalls, options.MaxCallsPerSecond) = (10_000, 0));

        for (var i = 0; i < 10; i++)
        {
            await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.AskElsewhereAsync(Cancellation)));
        }

        upstream.Calls.Count.ShouldBeInRange(110, 120);
    }

    private static CloudflareClient Create(
        UpstreamStub upstream, Action<CloudflareOptions>? configure = null, TimeProvider? time = null) => TestClient.Create(
            upstream.BaseUrl,
            options =>
            {
                options.Retries.Max = 2;
                options.Retries.Delay = TimeSpan.FromMilliseconds(10);
                configure?.Invoke(options);
            },
            time);
}
