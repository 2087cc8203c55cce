using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace Gateway.Cloudflare.Resilience;

/// <summary>What stands between a call and the exchanges that it takes, for each endpoint by itself: Radar's trouble is none of Spectrum's.</summary>
internal sealed class CloudflarePipelines
{
    private readonly CloudflareOptions _options;
    private readonly TimeProvider _time;
    private readonly ResilienceMetrics _metrics;
    private readonly ILogger _logger;
    private readonly CallRate _rate;
    private readonly FrozenDictionary<string, ResiliencePipeline<Result<CloudflareReply>>> _pipelines;

    public CloudflarePipelines(
        IOptions<CloudflareOptions> options, TimeProvider time, ResilienceMetrics metrics, ILogger<CloudflarePipelines> logger)
    {
        _options = options.Value;
        _time = time;
        _metrics = metrics;
        _logger = logger;
        _rate = new CallRate(_options.MaxCallsPerSecond, time);
        _pipelines = CloudflareEndpoint.All.ToFrozenDictionary(endpoint => endpoint.Name, Build, StringComparer.Ordinal);
    }

    public ResiliencePipeline<Result<CloudflareReply>> this[CloudflareEndpoint endpoint] => _pipelines[endpoint.Name];

    /// <summary>The table of what a call goes through, outermost first.</summary>
    private ResiliencePipeline<Result<CloudflareReply>> Build(CloudflareEndpoint endpoint)
    {
        var circuit = new Circuit(endpoint, _options.Breaker, _time, _logger);
        var placesOfOne = Math.Max(1, (int)(_options.MaxConcurrentCalls * _options.CredentialShare));
        var admission = new Admission(_options.MaxConcurrentCalls, placesOfOne, _options.QueueLength, _options.QueueTimeout, _time);
        _metrics.Watch(circuit, admission);
        var gate = new CircuitGate(circuit, _metrics);

        return new ResiliencePipelineBuilder<Result<CloudflareReply>> { Name = endpoint.Name, TimeProvider = _time }
            // For a call as a whole: who waits for it, whether it goes out at all, and how often.
            .AddTimeout(_options.Deadline)
            .AddStrategy(_ => gate)
            .AddStrategy(_ => new AdmissionGate(endpoint, admission, _metrics))
            .AddRetry(Retries(endpoint, circuit))
            // For each attempt; the first one may have waited for a place.
            .AddStrategy(_ => gate)
            .AddStrategy(_ => new RateGate(endpoint, _rate, _options.QueueTimeout, _time, _metrics))
            .AddCircuitBreaker(circuit.Breaker())
            .AddTimeout(_options.AttemptTimeout)
            .Build();
    }

    private RetryStrategyOptions<Result<CloudflareReply>> Retries(CloudflareEndpoint endpoint, Circuit circuit)
    {
        var policy = new RetryPolicy(_options, circuit, _time);
        return new()
        {
            // How many is the policy's to say, and Retry-After nobody's: it may be minutes.
            MaxRetryAttempts = int.MaxValue,
            ShouldHandle = attempt => new(policy.ShouldRetry(attempt)),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = _options.Retries.Delay,
            MaxDelay = _options.Retries.MaxDelay,
            OnRetry = _ =>
            {
                _metrics.Retried(endpoint);
                return default;
            },
        };
    }
}
