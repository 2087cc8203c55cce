using Polly;

namespace Gateway.Cloudflare.Resilience;

/// <summary>Lets an attempt on when it is its turn to leave.</summary>
internal sealed class RateGate(CloudflareEndpoint endpoint, CallRate rate, TimeSpan longestWait, TimeProvider time, ResilienceMetrics metrics)
    : ResilienceStrategy<Result<CloudflareReply>>
{
    protected override async ValueTask<Outcome<Result<CloudflareReply>>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<Result<CloudflareReply>>>> callback, ResilienceContext context, TState state)
    {
        // A refresh doesn't wait: who reads its entry next can start another.
        var mostWait = PendingCall.Of(context).Purpose == CallPurpose.Refresh ? TimeSpan.Zero : longestWait;
        if (!rate.TryDepart(mostWait, out var wait))
        {
            metrics.Rejected(endpoint, Rejection.Rate);
            return Outcomes.Failed(UpstreamFailures.Overloaded());
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (context.CancellationToken.IsCancellationRequested)
            {
                return Outcomes.Cancelled(context.CancellationToken);
            }
        }

        return await callback(context, state).ConfigureAwait(false);
    }
}
