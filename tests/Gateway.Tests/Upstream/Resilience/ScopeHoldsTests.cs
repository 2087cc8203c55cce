using Gateway.Spectrum;
using Gateway.Upstream;
using Gateway.Upstream.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Upstream.Resilience;

/// <summary>A credential's calls for one zone that fail by themselves, over real HTTP.</summary>
public sealed class ScopeHoldsTests : IAsyncLifetime
{
    private const string Success = """{"success":true,"errors":[],"messages":[],"result":{"text":"hello"}}""";

    private readonly FakeTimeProvider _time = new(TestClient.Now);
    private readonly SemaphoreSlim _hanging = new(0);
    private readonly TaskCompletionSource _release = new();
    private UpstreamStub _upstream = null!;
    private int? _status = 504;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private int Calls => _upstream.Calls.Count;

    public async ValueTask InitializeAsync() => _upstream = await UpstreamStub.StartAsync(async context =>
    {
        if (_status is null)
        {
            _hanging.Release();
            await _release.Task.WaitAsync(context.RequestAborted);
        }

        context.Response.StatusCode = _status ?? 200;
        await context.Response.WriteAsync(context.Response.StatusCode == 200 ? Success : "{}", context.RequestAborted);
    });

    public async ValueTask DisposeAsync()
    {
        await _upstream.DisposeAsync();
        _hanging.Dispose();
    }

    [Fact]
    public async Task After_five_faults_it_is_called_after_a_second_and_after_twice_the_time_with_each_one_up_to_half_a_minute()
    {
        var client = Create();
        await FailAsync(client, 5);
        foreach (var seconds in new[] { 1, 2, 4, 8, 16, 30, 30 })
        {
            for (var i = 0; i < 3; i++)
            {
                var failure = (await AskAsync(client)).Failure.ShouldNotBeNull();
                (failure.Kind, failure.RetryAfterSeconds, failure.IsUnsent, failure.Cloudflare)
                    .ShouldBe((FailureKind.UpstreamUnavailable, seconds, true, null));
            }

            _time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
            (await AskAsync(client)).Failure!.RetryAfterSeconds.ShouldBe(1);
            _time.Advance(TimeSpan.FromTicks(1));
            await FailAsync(client, 1);
        }

        Calls.ShouldBe(12);
    }

    [Fact]
    public async Task Other_zones_and_other_credentials_do_not_notice()
    {
        var client = Create();
        await FailAsync(client, 5);
        (await AskAsync(client)).Failure!.IsUnsent.ShouldBeTrue();
        _status = 200;

        (await AskAsync(client, zone: "b")).Value.ShouldNotBeNull();
        (await AskAsync(client, token: "another")).Value.ShouldNotBeNull();
        (await client.AskAsync(Cancellation)).Value.ShouldNotBeNull();
        (await AskAsync(client)).Failure!.IsUnsent.ShouldBeTrue();
    }

    [Fact]
    public async Task One_call_at_a_time_probes_and_a_2xx_ends_it()
    {
        var client = Create();
        await FailAsync(client, 5);
        _time.Advance(TimeSpan.FromSeconds(1));
        _status = null;
        var probe = AskAsync(client);
        await _hanging.WaitAsync(Cancellation);
        var others = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync(client)));
        others.ShouldAllBe(other => other.Failure!.IsUnsent && other.Failure.RetryAfterSeconds == 1);
        _release.SetResult();
        (await probe).Value.ShouldNotBeNull();

        // The row begins anew.
        _status = 504;
        await FailAsync(client, 5);
        (await AskAsync(client)).Failure!.IsUnsent.ShouldBeTrue();
    }

    [Fact]
    public async Task A_caller_that_leaves_while_it_probes_leaves_its_turn_to_the_next_one()
    {
        var client = Create();
        await FailAsync(client, 5);
        _time.Advance(TimeSpan.FromSeconds(1));
        _status = null;
        for (var i = 0; i < 10; i++)
        {
            using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var asked = AskAsync(client, cancellation: caller.Token);
            await _hanging.WaitAsync(Cancellation);
            (await AskAsync(client)).Failure!.IsUnsent.ShouldBeTrue();
            await caller.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => asked);
        }

        _status = 200;
        (await AskAsync(client)).Value.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(200)]
    [InlineData(null)]
    public async Task A_success_or_half_a_minute_without_a_fault_begins_the_row_anew(int? between)
    {
        var client = Create();
        await FailAsync(client, 4);
        if (between is { } status)
        {
            _status = status;
            (await AskAsync(client)).Value.ShouldNotBeNull();
            _status = 504;
        }
        else
        {
            _time.Advance(TimeSpan.FromSeconds(30) + TimeSpan.FromTicks(1));
        }

        await FailAsync(client, 5);
        (await AskAsync(client)).Failure!.IsUnsent.ShouldBeTrue();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(429)]
    public async Task What_is_no_fault_never_holds_it(int status)
    {
        var client = Create();
        _status = status;
        await FailAsync(client, 50);
    }

    private CloudflareClient Create() => TestClient.Create(
        _upstream.BaseUrl, options => (options.MaxCallsPerSecond, options.Breaker.MinimumCalls) = (0, 10_000), _time);

    private static Task<Result<CloudflareResponse<Answer>>> AskAsync(
        CloudflareClient client, string token = "a-token", string zone = "a", CancellationToken? cancellation = null) => client.GetAsync(
            SpectrumApi.Bytime,
            $"zones/{zone}/spectrum?limit={Guid.NewGuid()}",
            TestClient.Identify(Credential.Bearer(token)),
            CallPurpose.Request,
            TimeSpan.Zero,
            new AnswerReader(),
            cancellation ?? Cancellation);

    private static async Task FailAsync(CloudflareClient client, int times)
    {
        for (var i = 0; i < times; i++)
        {
            (await AskAsync(client)).Failure.ShouldNotBeNull().IsUnsent.ShouldBeFalse();
        }
    }
}
