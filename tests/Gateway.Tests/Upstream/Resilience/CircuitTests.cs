using System.Collections.Concurrent;
using Gateway.Upstream;
using Gateway.Upstream.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Upstream.Resilience;

/// <summary>Whose failures open the circuit of an API, whom it stops, and whose call closes it, over real HTTP.</summary>
public sealed class CircuitTests : IAsyncLifetime
{
    private const int Hang = 0;
    private const string Success = """{"success":true,"errors":[],"messages":[],"result":{"text":"hello"}}""";
    private static readonly TimeSpan BreakTime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(7);

    private readonly FakeTimeProvider _time = new(TestClient.Now);
    private readonly ConcurrentDictionary<string, int> _statuses = new();
    private readonly SemaphoreSlim _hanging = new(0);
    private UpstreamStub _upstream = null!;
    private int _status = 200;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private int Calls => _upstream.Calls.Count;

    public async ValueTask InitializeAsync() => _upstream = await UpstreamStub.StartAsync(async context =>
    {
        var token = context.Request.Headers.Authorization.ToString()["Bearer ".Length..];
        var status = _statuses.GetValueOrDefault(token, _status);
        if (status == Hang)
        {
            _hanging.Release();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }

        context.Response.StatusCode = status;
        await context.Response.WriteAsync(status == 200 ? Success : "{}", context.RequestAborted);
    });

    public async ValueTask DisposeAsync()
    {
        await _upstream.DisposeAsync();
        _hanging.Dispose();
    }

    [Fact]
    public async Task A_credential_that_fails_by_itself_leaves_the_others_their_answers()
    {
        var client = Create();
        _statuses["a"] = 504;
        await AskAsync(client, "a", times: 20);
        var answered = 0;
        for (var i = 0; i < 30; i++)
        {
            await AskAsync(client, "a", times: 4);
            answered += await IsAnsweredAsync(client, $"honest-{i % 10}") ? 1 : 0;
        }

        answered.ShouldBe(30);
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(2, 1, false)]
    [InlineData(2, 2, true)]
    [InlineData(3, 2, false)]
    [InlineData(3, 3, true)]
    [InlineData(4, 3, true)]
    [InlineData(6, 3, true)]
    [InlineData(7, 3, false)]
    public async Task It_opens_where_half_of_the_credentials_fail_and_three_of_them_or_all(int callers, int failing, bool opens)
    {
        var client = Create();
        await MakeKnownAsync(client, callers);
        for (var i = 0; i < failing; i++)
        {
            _statuses[$"{i}"] = 503;
        }

        // Those who succeed call first and seldom.
        for (var i = callers - 1; i >= 0; i--)
        {
            await AskAsync(client, $"{i}", times: i < failing ? 20 : 1);
        }

        var failure = (await AskAsync(client, "0")).Failure.ShouldNotBeNull();
        (failure.IsUnsent, failure.RetryAfterSeconds is not null).ShouldBe((opens, opens));
    }

    [Fact]
    public async Task A_circuit_that_one_credential_opened_stops_no_other_and_closes_with_the_first_answer_to_another()
    {
        var client = Create();
        _statuses["a"] = 503;
        await AskAsync(client, "a", times: 20);
        (await AskAsync(client, "a")).Failure!.IsUnsent.ShouldBeTrue();

        (await IsAnsweredAsync(client, "b")).ShouldBeTrue();

        (await AskAsync(client, "a")).Failure!.IsUnsent.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_joins_those_that_fail_is_stopped_with_them_and_the_third_one_stops_all()
    {
        var client = Create();
        await MakeKnownAsync(client, 4);
        _status = 503;
        await AskAsync(client, "0", times: 20);
        foreach (var other in new[] { "1", "2" })
        {
            (await AskAsync(client, other)).Failure!.IsUnsent.ShouldBeFalse();
            (await AskAsync(client, other)).Failure!.IsUnsent.ShouldBeTrue();
        }

        (await AskAsync(client, "3")).Failure!.IsUnsent.ShouldBeTrue();
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Made_up_credentials_that_are_refused_do_not_keep_it_closed(int status)
    {
        var client = Create();
        await MakeKnownAsync(client, 3);
        _status = status;
        for (var i = 0; i < 3; i++)
        {
            _statuses[$"{i}"] = 503;
            for (var call = 0; call < 7; call++)
            {
                await AskAsync(client, $"{i}");
                await AskMadeUpAsync(client, 10);
            }
        }

        (await AskAsync(client, "0")).Failure!.IsUnsent.ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Made_up_credentials_that_fail_do_not_open_it_for_those_that_are_known(bool isKnownInUse)
    {
        var client = Create();
        await MakeKnownAsync(client, 3);
        _statuses["0"] = _statuses["1"] = 200;
        if (isKnownInUse)
        {
            (await IsAnsweredAsync(client, "0")).ShouldBeTrue();
        }

        _status = 500;
        await AskMadeUpAsync(client, 100);

        (await IsAnsweredAsync(client, "0")).ShouldBeTrue();
        (await IsAnsweredAsync(client, "1")).ShouldBeTrue();
    }

    [Fact]
    public async Task Before_any_credential_is_known_all_of_them_count()
    {
        var client = Create();
        _status = 503;
        await AskMadeUpAsync(client, 20);

        (await AskAsync(client, "a")).Failure!.IsUnsent.ShouldBeTrue();
        Calls.ShouldBe(20);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(429)]
    public async Task Only_a_2xx_closes_it_and_another_answer_leaves_the_probe_to_the_next_caller(int status)
    {
        var client = Create();
        await OpenAsync(client);
        _time.Advance(BreakTime);
        _statuses["0"] = status;
        (await AskAsync(client, "0")).Failure!.IsUnsent.ShouldBeFalse();

        // It is still half-open, and the next call probes.
        _statuses["1"] = Hang;
        var probe = AskAsync(client, "1");
        await _hanging.WaitAsync(Cancellation);
        (await AskAsync(client, "2")).Failure!.IsUnsent.ShouldBeTrue();
        _time.Advance(AttemptTimeout);
        (await probe).Failure!.IsUnsent.ShouldBeFalse();

        _time.Advance(BreakTime);
        _statuses["2"] = 200;
        (await IsAnsweredAsync(client, "2")).ShouldBeTrue();
        (await IsAnsweredAsync(client, "3")).ShouldBeTrue();
    }

    [Fact]
    public async Task While_known_credentials_call_no_other_one_probes()
    {
        var client = Create();
        await OpenAsync(client);
        (await AskAsync(client, "3")).Failure!.IsUnsent.ShouldBeTrue();
        _time.Advance(BreakTime - TimeSpan.FromTicks(1));
        (await AskAsync(client, "3")).Failure!.IsUnsent.ShouldBeTrue();
        _time.Advance(TimeSpan.FromTicks(1));
        var calls = Calls;
        _status = 403;

        await AskMadeUpAsync(client, 20);
        Calls.ShouldBe(calls);

        _statuses["3"] = 200;
        (await IsAnsweredAsync(client, "3")).ShouldBeTrue();
        (await AskAsync(client, "1")).Failure!.IsUnsent.ShouldBeFalse();
    }

    [Fact]
    public async Task Where_no_known_credential_calls_anybody_probes_and_a_2xx_closes_it()
    {
        var client = Create();
        await OpenAsync(client);
        _time.Advance(2 * BreakTime);
        _status = 403;
        var calls = Calls;
        await AskMadeUpAsync(client, 20);
        Calls.ShouldBe(calls + 20);

        _statuses["another"] = 200;
        (await IsAnsweredAsync(client, "another")).ShouldBeTrue();
        var asked = Enumerable.Range(0, 3).Select(i => AskAsync(client, $"{i}")).ToArray();
        (await Task.WhenAll(asked)).ShouldAllBe(answer => !answer.Failure!.IsUnsent);
    }

    [Fact]
    public async Task Probes_go_round()
    {
        var client = Create();
        await OpenAsync(client);
        _time.Advance(BreakTime);
        (await AskAsync(client, "0")).Failure!.IsUnsent.ShouldBeFalse();
        (await AskAsync(client, "1")).Failure!.IsUnsent.ShouldBeTrue();
        _time.Advance(BreakTime - TimeSpan.FromTicks(1));
        (await AskAsync(client, "1")).Failure!.IsUnsent.ShouldBeTrue();
        _time.Advance(TimeSpan.FromTicks(1));

        (await AskAsync(client, "0")).Failure!.IsUnsent.ShouldBeTrue();
        (await AskAsync(client, "1")).Failure!.IsUnsent.ShouldBeFalse();

        // Where nobody else asks, the same one may.
        _time.Advance(2 * BreakTime);
        (await AskAsync(client, "1")).Failure!.IsUnsent.ShouldBeFalse();
    }

    [Fact]
    public async Task Callers_that_leave_while_they_probe_neither_keep_it_open_nor_close_it()
    {
        var client = Create();
        await OpenAsync(client);
        _time.Advance(BreakTime);
        _status = Hang;
        _statuses.Clear();
        for (var i = 0; i < 30; i++)
        {
            using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var asked = AskAsync(client, $"{i % 3}", caller.Token);
            await _hanging.WaitAsync(Cancellation);
            (await AskAsync(client, "3")).Failure!.IsUnsent.ShouldBeTrue();
            await caller.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => asked);
        }

        _status = 200;
        (await IsAnsweredAsync(client, "3")).ShouldBeTrue();
        (await IsAnsweredAsync(client, "0")).ShouldBeTrue();
    }

    [Fact]
    public async Task Two_credentials_that_get_no_answer_open_it_after_one_attempt_each()
    {
        var client = Create(options => (options.Retries.Max, options.Retries.MaxDelay) = (2, TimeSpan.FromMilliseconds(200)));
        _status = Hang;
        var waiting = Task.WhenAll(AskAsync(client, "a"), AskAsync(client, "b"));
        await HangingAsync(2);

        _time.Advance(AttemptTimeout);

        // The first one that fails may begin to back off before the second one opens the circuit.
        while (await Task.WhenAny(waiting, Task.Delay(1, Cancellation)) != waiting)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        (await waiting).ShouldAllBe(answer => answer.Failure!.Kind == FailureKind.UpstreamTimeout || answer.Failure.IsUnsent);
        Calls.ShouldBe(2);
        (await AskAsync(client, "a")).Failure!.IsUnsent.ShouldBeTrue();
        (await AskAsync(client, "b")).Failure!.IsUnsent.ShouldBeTrue();

        // A third one finds out for itself, and then nobody waits any more.
        var third = AskAsync(client, "c");
        await HangingAsync(1);
        _time.Advance(AttemptTimeout);
        (await third).Failure!.IsUnsent.ShouldBeFalse();
        _time.Advance(BreakTime);
        var probe = AskAsync(client, "d");
        await HangingAsync(1);
        foreach (var other in new[] { "a", "b", "c", "e", "f" })
        {
            (await AskAsync(client, other)).Failure!.IsUnsent.ShouldBeTrue();
        }

        _time.Advance(AttemptTimeout);
        (await probe).Failure!.IsUnsent.ShouldBeFalse();
        Calls.ShouldBe(4);
    }

    [Fact]
    public async Task One_credential_alone_that_gets_no_answer_waits_for_two_attempts_and_then_for_one_probe_at_a_time()
    {
        var client = Create(options => options.Retries.Max = 2);
        _status = Hang;
        var first = AskAsync(client, "a");
        await HangingAsync(1);
        _time.Advance(AttemptTimeout);

        // The back-off begins on another thread.
        while (!await _hanging.WaitAsync(TimeSpan.FromMilliseconds(1), Cancellation))
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        _time.Advance(AttemptTimeout);
        (await first).Failure!.Kind.ShouldBe(FailureKind.UpstreamTimeout);
        (_time.GetUtcNow() - TestClient.Now).ShouldBeLessThan(TimeSpan.FromSeconds(15));

        for (var round = 1; round <= 3; round++)
        {
            (await AskAsync(client, "a")).Failure!.IsUnsent.ShouldBeTrue();
            _time.Advance(BreakTime);
            var probe = AskAsync(client, "a");
            await HangingAsync(1);
            (await AskAsync(client, "a")).Failure!.IsUnsent.ShouldBeTrue();
            _time.Advance(AttemptTimeout);
            (await probe).Failure!.IsUnsent.ShouldBeFalse();
            Calls.ShouldBe(2 + round);
        }
    }

    [Theory]
    [InlineData(2, 5)]
    [InlineData(5, 2)]
    [InlineData(10, 1)]
    public async Task A_deadline_that_ends_an_attempt_counts_for_as_long_as_it_was(int seconds, int attempts)
    {
        var client = Create(options => (options.Deadline, options.AttemptTimeout) = (TimeSpan.FromSeconds(seconds), TimeSpan.FromMinutes(1)));
        _status = Hang;
        for (var i = 0; i < attempts; i++)
        {
            var asked = AskAsync(client, "a");
            await HangingAsync(1);
            _time.Advance(TimeSpan.FromSeconds(seconds));
            (await asked).Failure!.Kind.ShouldBe(FailureKind.UpstreamTimeout);
        }

        (await AskAsync(client, "a")).Failure!.IsUnsent.ShouldBeTrue();
        Calls.ShouldBe(attempts);
    }

    private CloudflareClient Create(Action<CloudflareOptions>? configure = null) => TestClient.Create(
        _upstream.BaseUrl,
        options =>
        {
            (options.MaxCallsPerSecond, options.AttemptTimeout) = (0, AttemptTimeout);
            configure?.Invoke(options);
        },
        _time);

    private static Task<Result<CloudflareResponse<Answer>>> AskAsync(
        CloudflareClient client, string token, CancellationToken? cancellation = null) =>
        client.AskElsewhereAsync(cancellation ?? Cancellation, TestClient.Identify(Credential.Bearer(token)));

    private static async Task AskAsync(CloudflareClient client, string token, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await AskAsync(client, token);
        }
    }

    private static async Task AskMadeUpAsync(CloudflareClient client, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await AskAsync(client, $"made-up-{Guid.NewGuid()}");
        }
    }

    private static async Task<bool> IsAnsweredAsync(CloudflareClient client, string token) => (await AskAsync(client, token)).Value is not null;

    /// <summary>Credentials from "0" on get a 2xx, so long ago that the breaker has forgotten it.</summary>
    private async Task MakeKnownAsync(CloudflareClient client, int count)
    {
        for (var i = 0; i < count; i++)
        {
            (await IsAnsweredAsync(client, $"{i}")).ShouldBeTrue();
        }

        _time.Advance(TimeSpan.FromSeconds(11));
    }

    /// <summary>Three of four known credentials fail until it is open.</summary>
    private async Task OpenAsync(CloudflareClient client)
    {
        await MakeKnownAsync(client, 4);
        _statuses["0"] = _statuses["1"] = _statuses["2"] = 503;
        for (var i = 0; i < 21; i++)
        {
            await AskAsync(client, $"{i % 3}");
        }

        (await AskAsync(client, "0")).Failure!.IsUnsent.ShouldBeTrue();
    }

    private async Task HangingAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await _hanging.WaitAsync(Cancellation);
        }
    }
}
