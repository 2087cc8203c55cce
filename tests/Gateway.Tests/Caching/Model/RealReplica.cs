using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using Gateway.Caching;
using Gateway.Radar;
using Gateway.Spectrum;
using Gateway.Tests.Upstream;
using Gateway.Time;
using Gateway.Upstream;
using Gateway.Upstream.RateLimiting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Caching.Model;

/// <summary>A replica as the gateway builds it, between a scripted origin and a scripted L2.</summary>
internal sealed class RealReplica : IDisposable
{
    private static readonly IOptions<CacheOptions> CacheOptions = Options.Create(new CacheOptions());
    private static readonly IOptions<CloudflareOptions> CloudflareOptions = Options.Create(new CloudflareOptions());

    // Disposed with the replica. Whoever listens to meters goes through all of the process, and there are thousands of replicas.
    private readonly IMeterFactory _meters = TestClient.Meters();
    private readonly FakeTimeProvider _time;
    private readonly SkewedClock _wall;
    private readonly KnownCredentials _known;
    private readonly RateLimits _limits;
    private readonly FingerprintCache _callers;
    private readonly ResponseCache<Question, TestResponse> _own;
    private readonly ResponseCache<Question, TestResponse> _shared;

    public RealReplica(FakeTimeProvider time, ConcurrentDictionary<CacheKey, StoredEntry> store)
    {
        _time = time;
        _wall = new SkewedClock(time);
        _known = TestClient.Known(time);
        _limits = new RateLimits(CacheOptions.Value.StateBytes, _known, TestClient.LimitMetrics(_meters));
        _callers = new FingerprintCache(TestCredentials.Secret, _known, time);
        Second = new ScriptedTier(store);
        State = new CacheState(
            CacheOptions, CloudflareOptions, _limits, _known, time, new WallClock(_wall), new CacheMetrics(_meters), Second);
        _own = CacheOf(SpectrumApi.Bytime);
        _shared = CacheOf(RadarApi.CtTimeseries);
    }

    public ScriptedCalls Calls { get; } = new();

    public ScriptedTier Second { get; }

    public CacheState State { get; }

    /// <summary>By how much this machine's wall clock is ahead.</summary>
    public TimeSpan Skew
    {
        set => _wall.Skew = value;
    }

    public Task<Result<Cached<TestResponse>>> AskAsync(int credential, Question question, bool noCache, CancellationToken cancellationToken) =>
        (question.IsShared ? _shared : _own)
            .GetAsync(question, TestCredentials.All[credential].Credential, null, noCache, cancellationToken).AsTask();

    /// <summary>Ends a call that the cache has made.</summary>
    public void EndCall(ModelFetch fetch, Outcome outcome)
    {
        var (credential, question) = fetch.Key;
        if (outcome.CoolDown() is { } coolDown)
        {
            using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            response.Headers.RetryAfter = new(coolDown);
            var reading = RateLimitReading.Of(response, fetch.CalledAt, _time.GetUtcNow(), new RateLimitOptions());
            _limits.Observe(question.Endpoint.Api, TestCredentials.All[credential], reading);
        }

        if (outcome == Outcome.Granted)
        {
            _known.Add(question.Endpoint.Api, TestCredentials.All[credential].Fingerprint);
        }

        Calls.Remove(credential, question).Result.SetResult(
            outcome == Outcome.Granted
                ? new TestResponse(fetch.Call, credential, question.Number, _wall.GetUtcNow())
                : outcome.ToFailure(fetch.Call));
    }

    public void Dispose()
    {
        _callers.Dispose();
        _meters.Dispose();
    }

    private ResponseCache<Question, TestResponse> CacheOf(CloudflareEndpoint endpoint) =>
        new(new ScriptedOrigin(endpoint, Calls), State, _callers, NullLogger<ResponseCache<Question, TestResponse>>.Instance);

    private sealed class SkewedClock(TimeProvider source) : TimeProvider
    {
        public TimeSpan Skew { get; set; }

        public override DateTimeOffset GetUtcNow() => source.GetUtcNow() + Skew;
    }
}
