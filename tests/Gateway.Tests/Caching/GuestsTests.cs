using Gateway.Caching.Secrets;
using Gateway.Spectrum;
using Gateway.Spectrum.Requests;
using Gateway.Tests.Spectrum;
using Gateway.Tests.Upstream;
using Gateway.Upstream;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Caching;

/// <summary>A flood of made-up tokens, larger than all maps, evicts nothing that is kept of a known credential.</summary>
[Collection<Upstream.Resilience.Alone>]
public sealed class GuestsTests : IAsyncLifetime
{
    private const int Flood = 2000;
    private const string Known = "known-token";
    private const string Rows = """{"success":true,"errors":[],"messages":[],"result":{"rows":1,"data_lag":0}}""";
    private const string Refusal = """{"success":false,"errors":[{"code":1000,"message":"Invalid API Token"}],"messages":[],"result":null}""";

    private readonly FakeTimeProvider _time = new(TestClient.Now);
    private UpstreamStub _upstream = null!;
    private Replica _replica = null!;

    // What the known credential gets, and what made-up tokens get.
    private (int Status, string Body) _known = (200, Rows);
    private (int Status, string Body) _madeUp = (401, Refusal);

    public async ValueTask InitializeAsync()
    {
        _upstream = await UpstreamStub.StartAsync(async context =>
        {
            var (status, body) = context.Request.Headers.Authorization == "Bearer " + Known ? _known : _madeUp;
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            if (status == 429)
            {
                context.Response.Headers.RetryAfter = "300";
            }

            await context.Response.WriteAsync(body, context.RequestAborted);
        });
        _replica = new Replica(
            _upstream.BaseUrl, _time, settings: [
                ("Cache:MemoryBytes", "4194304"), ("Cloudflare:MaxCallsPerSecond", "0"), ("Cloudflare:Breaker:MinimumCalls", "10000")]);
        (await _replica.SpectrumAsync(Known)).ShouldSucceed();
    }

    public async ValueTask DisposeAsync()
    {
        await _replica.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Fact]
    public async Task Its_grant_stays()
    {
        var lease = _replica.LeaseOf(Known).ShouldNotBeNull();
        await FloodAsync();
        _replica.LeaseOf(Known).ShouldBeSameAs(lease);
        await ShouldMakeNoCallAsync(Requests.Least, null);
    }

    [Fact]
    public async Task A_refusal_of_its_request_stays()
    {
        _known = (400, Refusal.Replace("1000", "1001", StringComparison.Ordinal));
        (await _replica.SpectrumAsync(Known, Other)).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.UpstreamRejected);
        await FloodAsync();
        await ShouldMakeNoCallAsync(Other, FailureKind.UpstreamRejected);
    }

    [Fact]
    public async Task The_outage_of_its_request_stays()
    {
        _known = (500, "");
        (await _replica.SpectrumAsync(Known, Other)).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.UpstreamUnavailable);
        _madeUp = (500, "");
        await FloodAsync();
        await ShouldMakeNoCallAsync(Other, FailureKind.UpstreamUnavailable);
    }

    [Fact]
    public async Task Its_cool_down_stays()
    {
        _known = (429, "");
        (await _replica.SpectrumAsync(Known, Other)).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.RateLimited);
        _madeUp = (429, "");
        await FloodAsync();
        await ShouldMakeNoCallAsync(Other, FailureKind.RateLimited);
    }

    [Fact]
    public async Task Its_keys_stay()
    {
        var caller = new CacheSecret([1]).Identify(Credential.Bearer(Known));
        _replica.Cache.Known.Add(SpectrumApi.Api, caller.Fingerprint);
        var request = Requests.Create(Requests.Least);
        var keys = _replica.Cache.KeysOf(request, SpectrumApi.Bytime, caller);
        await FloodAsync();
        _replica.Cache.KeysOf(request, SpectrumApi.Bytime, caller).ShouldBeSameAs(keys);
    }

    private static SpectrumEventsArguments Other => Requests.Least with { Limit = 7 };

    private async Task ShouldMakeNoCallAsync(SpectrumEventsArguments arguments, FailureKind? kind)
    {
        var calls = _upstream.Calls.Count;
        var failure = (await _replica.SpectrumAsync(Known, arguments)).Failure;
        (failure?.Kind, _upstream.Calls.Count).ShouldBe((kind, calls));
    }

    private Task FloodAsync() => Parallel.ForAsync(
        0, Flood, TestContext.Current.CancellationToken, async (i, _) =>
            (await _replica.SpectrumAsync($"made-up-{i}", Other)).Failure.ShouldNotBeNull());
}
