using Gateway.Upstream;
using Gateway.Upstream.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Upstream.Resilience;

/// <summary>
/// A timeout counts as Cloudflare's only if Cloudflare had enough time to answer. Stale data is served after one, so a caller must not be
/// able to cause it by a flood of calls.
/// </summary>
public sealed class HeldBackTests : IAsyncLifetime
{
    private const string Success = """{"success":true,"errors":[],"messages":[],"result":{"text":"hello"}}""";
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider _time = new(TestClient.Now);
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly TaskCompletionSource _release = new();
    private UpstreamStub _upstream = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Cloudflare responds only to the first call, when it is released.</summary>
    public async ValueTask InitializeAsync() => _upstream = await UpstreamStub.StartAsync(async context =>
    {
        var isFirst = _upstream.Calls.Count == 1;
        _arrived.Release();
        await (isFirst ? _release.Task : Task.Delay(Timeout.Infinite, context.RequestAborted)).WaitAsync(context.RequestAborted);
        await context.Response.WriteAsync(Success, context.RequestAborted);
    });

    public async ValueTask DisposeAsync()
    {
        await _upstream.DisposeAsync();
        _arrived.Dispose();
    }

    [Fact]
    public async Task Silence_for_all_of_a_calls_time_is_a_timeout()
    {
        var client = Create();
        var asked = client.AskAsync(Cancellation);
        await _arrived.WaitAsync(Cancellation);

        _time.Advance(Deadline);

        var failure = (await asked).Failure.ShouldNotBeNull();
        (failure.Kind, failure.IsUnsent).ShouldBe((FailureKind.UpstreamTimeout, false));
    }

    [Fact]
    public async Task Silence_for_what_a_flood_of_its_own_calls_left_is_an_overload()
    {
        var client = Create(options => options.CredentialShare = 0.01);
        var first = client.AskAsync(Cancellation);
        await _arrived.WaitAsync(Cancellation);
        var others = Enumerable.Range(0, 8).Select(_ => client.AskAsync(Cancellation)).ToArray();

        _time.Advance(0.9 * Deadline);
        _release.SetResult();
        (await first).Value.ShouldNotBeNull();
        await _arrived.WaitAsync(Cancellation);
        _time.Advance(0.1 * Deadline);

        (await Task.WhenAll(others)).ShouldAllBe(answer => answer.Failure!.Kind == FailureKind.Overloaded && answer.Failure.IsUnsent);
        _upstream.Calls.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(5, FailureKind.Overloaded)]
    [InlineData(20, FailureKind.UpstreamTimeout)]
    internal async Task Silence_is_an_overload_if_waiting_for_a_turn_took_more_than_a_tenth(int deadline, FailureKind expected)
    {
        var client = Create(options =>
        {
            options.MaxCallsPerSecond = 1;
            options.Deadline = options.AttemptTimeout = TimeSpan.FromSeconds(deadline);
        });
        var first = client.AskAsync(Cancellation);
        await _arrived.WaitAsync(Cancellation);
        var second = client.AskAsync(Cancellation);

        _time.Advance(TimeSpan.FromSeconds(1));
        await _arrived.WaitAsync(Cancellation);
        _time.Advance(TimeSpan.FromSeconds(deadline - 1));

        (await first).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.UpstreamTimeout);
        (await second).Failure.ShouldNotBeNull().Kind.ShouldBe(expected);
    }

    [Theory]
    [InlineData(0.05, false)]
    [InlineData(0.5, true)]
    public async Task What_the_caller_waited_before_counts_against_the_deadline(double share, bool isHeldBack)
    {
        var asked = Create().AskAsync(Cancellation, waited: share * Deadline);
        await _arrived.WaitAsync(Cancellation);

        _time.Advance((1 - share) * Deadline);

        (await asked).Failure.ShouldNotBeNull().Kind.ShouldBe(isHeldBack ? FailureKind.Overloaded : FailureKind.UpstreamTimeout);
    }

    [Fact]
    public async Task A_call_whose_deadline_is_over_is_not_made()
    {
        var failure = (await Create().AskAsync(Cancellation, waited: Deadline)).Failure.ShouldNotBeNull();

        (failure.Kind, failure.IsUnsent).ShouldBe((FailureKind.Overloaded, true));
        _upstream.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_attempt_that_Cloudflare_failed_in_its_full_time_makes_the_timeout_Cloudflares()
    {
        var client = Create(options => (options.AttemptTimeout, options.Retries.Max, options.Retries.Delay) = (0.5 * Deadline, 1, TimeSpan.FromMilliseconds(1)));
        var asked = client.AskAsync(Cancellation, waited: 0.2 * Deadline);
        await _arrived.WaitAsync(Cancellation);
        _time.Advance(0.5 * Deadline);

        // The back-off begins on another thread.
        while (!await _arrived.WaitAsync(TimeSpan.FromMilliseconds(1), Cancellation))
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        _time.Advance(0.3 * Deadline);

        (await asked).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.UpstreamTimeout);
    }

    private CloudflareClient Create(Action<CloudflareOptions>? configure = null) => TestClient.Create(
        _upstream.BaseUrl,
        options =>
        {
            (options.Deadline, options.AttemptTimeout, options.QueueTimeout) = (Deadline, 2 * Deadline, TimeSpan.FromMinutes(1));
            configure?.Invoke(options);
        },
        _time);
}
