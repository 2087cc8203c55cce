using System.Text;
using Gateway.Caching;
using Gateway.Caching.Secrets;
using Gateway.Sandbox;
using Gateway.Sandbox.Faults;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Tests.Caching.Redis;
using Gateway.Tests.Spectrum;
using Gateway.Upstream;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Caching;

/// <summary>The cache's behaviour as callers see it, over real HTTP to a sandbox. Each kind of L2 inherits these tests.</summary>
public abstract partial class CacheBehaviour : IAsyncLifetime
{
    private protected static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Settled long before <see cref="Noon"/>: fresh for an hour, give or take a tenth.</summary>
    private protected static readonly SpectrumEventsArguments Settled =
        Requests.Least with { Since = Noon.AddDays(-3), Until = Noon.AddDays(-2), Metrics = [SpectrumMetric.Count] };

    /// <summary>Touches now: fresh for 15 seconds, and 30 seconds more while a newer answer is fetched, give or take a tenth.</summary>
    private protected static readonly SpectrumEventsArguments Current = new(Requests.Zone, SpectrumTimeDelta.Minute);

    private protected static readonly SpectrumEventsArguments Another = Requests.Least with { Limit = 7 };

    private protected const string Token = "a-token-that-is-good";
    private protected const string OtherToken = "another-token-that-is-good";

    private protected FakeTimeProvider Time { get; } = new(Noon);

    private protected SandboxHost Sandbox { get; private set; } = null!;

    private protected Replica Gateway { get; private set; } = null!;

    private protected int Calls => Sandbox.Calls.Count(SandboxEndpoint.Bytime) + Sandbox.Calls.Count(SandboxEndpoint.CtTimeseries);

    /// <summary>A connection to the backend, one for each replica; it stays the test's own.</summary>
    private protected abstract IDistributedTier? Connect(TimeProvider time);

    /// <summary>Waits until the backend has everything that was written in the background.</summary>
    private protected virtual Task SettleAsync() => Task.CompletedTask;

    public virtual async ValueTask InitializeAsync()
    {
        Sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = Time }, TestContext.Current.CancellationToken);
        Gateway = Start();
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Sandbox.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected Replica Start(params (string, string)[] settings) => new(Sandbox.BaseUrl, Time, Connect(Time), secret: null, settings);

    private protected Replica Start(CacheSecret secret) => new(Sandbox.BaseUrl, Time, Connect(Time), secret);

    private protected void Serve(int status, string body, int times = 1)
    {
        foreach (var endpoint in (ReadOnlySpan<SandboxEndpoint>)[SandboxEndpoint.Bytime, SandboxEndpoint.CtTimeseries])
        {
            Sandbox.Serve(endpoint, new ServedAnswer(status, "application/json", Encoding.UTF8.GetBytes(body)), times);
        }
    }

    private protected void GoDown() => Serve(503, """{"success":false,"errors":[{"code":10013,"message":"Service temporarily unavailable"}]}""", 10_000);

    private protected void RefuseCredential() => Serve(401, """{"success":false,"errors":[{"code":10000,"message":"Authentication error"}]}""");

    /// <summary>Waits until a call that began this many seconds after noon has renewed the token's lease for Spectrum's zone.</summary>
    private protected Task RenewedAsync(string token, double at) =>
        Eventually.IsAsync(() => LeaseOf(token) is { IsRenewing: false } lease && lease.GrantedFrom == Noon.AddSeconds(at));

    private protected Lease? LeaseOf(string token, Replica? replica = null) => (replica ?? Gateway).LeaseOf(token);

    private protected static async Task<(CacheStatus? Status, FailureKind? Failure)> OutcomeOf(Task<Result<SpectrumBytime>> asked)
    {
        var result = await asked;
        return (result.Value?.Freshness.Status, result.Failure?.Kind);
    }
}
