using Polly;

namespace Gateway.Cloudflare.Resilience;

/// <summary>Lets a call on once it has a place, which it keeps for all its attempts.</summary>
internal sealed class AdmissionGate(CloudflareEndpoint endpoint, Admission admission, ResilienceMetrics metrics)
    : ResilienceStrategy<Result<CloudflareReply>>
{
    protected override async ValueTask<Outcome<Result<CloudflareReply>>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<Result<CloudflareReply>>>> callback, ResilienceContext context, TState state)
    {
        var call = PendingCall.Of(context);
        var share = await admission.EnterAsync(call.Credential, call.Purpose, context.CancellationToken).ConfigureAwait(false);
        if (share is null)
        {
            if (context.CancellationToken.IsCancellationRequested)
            {
                return Outcomes.Cancelled(context.CancellationToken);
            }

            metrics.Rejected(endpoint, Rejection.Concurrency);
            return Outcomes.Failed(UpstreamFailures.Overloaded());
        }

        try
        {
            return await callback(context, state).ConfigureAwait(false);
        }
        finally
        {
            admission.Leave(share);
        }
    }
}
