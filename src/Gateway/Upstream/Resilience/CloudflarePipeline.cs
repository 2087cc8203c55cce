using System.Threading.RateLimiting;
using Gateway.Time;
using Microsoft.Extensions.Options;
using Polly;
using Polly.RateLimiting;
using Polly.Timeout;

namespace Gateway.Upstream.Resilience;

/// <summary>The resilience pipeline of each API, around the attempts of a call that its gate admitted.</summary>
internal static partial class CloudflarePipeline
{
    /// <summary>Adds the strategies, the outermost first.</summary>
    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> builder, IServiceProvider services, string api)
    {
        var (options, time) =
            (services.GetRequiredService<IOptions<CloudflareOptions>>().Value, services.GetRequiredService<TimeProvider>());
        var gate = services.GetRequiredService<ApiGates>()[api];

        // These strategies only use timestamps and timers, which are the source's own. Polly reuses timers of the system's clock alone.
        builder.TimeProvider = time is MonotonicTimeProvider monotonic ? monotonic.Source : time;
        builder
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = static arguments => new(Deadline(PendingCall.Of(arguments.Context))),
            })
            .AddRetry(Retries(gate, options.Retries, time, services.GetRequiredService<ResilienceMetrics>()))
            .AddRateLimiter(new RateLimiterStrategyOptions { RateLimiter = attempt => TakeTurnAsync(gate, attempt.Context) })
            .AddCircuit(gate)
            .AddTimeout(options.AttemptTimeout);
    }

    // Polly treats a timeout of zero or less as none.
    private static TimeSpan Deadline(PendingCall call) =>
        call.Remaining is var remaining && remaining > TimeSpan.Zero ? remaining : TimeSpan.FromMilliseconds(1);

    /// <summary>Applies the rate limit to retries; the gate has applied it to the first attempt.</summary>
    private static ValueTask<RateLimitLease> TakeTurnAsync(ApiGate gate, ResilienceContext context)
    {
        var call = PendingCall.Of(context);
        if (call.HasTurn)
        {
            call.HasTurn = false;
            return new(Turn.Taken);
        }

        return WaitAsync();

        async ValueTask<RateLimitLease> WaitAsync() => await gate.TakeTurnAsync(call, context.CancellationToken) ? Turn.Taken : Turn.None;
    }

    private sealed class Turn(bool isAcquired) : RateLimitLease
    {
        public static readonly Turn Taken = new(true);
        public static readonly Turn None = new(false);

        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
