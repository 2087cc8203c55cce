using Gateway.Upstream;

namespace Gateway.Caching;

/// <content>When a call is not made, and what a failure changes in the cache.</content>
internal sealed partial class ResponseCache<TRequest, TResponse>
{
    /// <summary>The failure that forbids a call now: a cached refusal, a cool-down or an outage. Null if a call is allowed.</summary>
    private Failure? FailureWithoutCall(RequestKeys keys, Caller caller, bool mustCall)
    {
        var now = state.Time.GetUtcNow();
        if ((state.Leases.Refusals.Find(keys.Scope, now) ?? (mustCall ? null : state.Leases.Refusals.Find(keys.Own, now))) is { } refusal)
        {
            return refusal.Failure;
        }

        return state.Limits.CoolDown(caller, now) is { } coolDown
            ? UpstreamFailures.CoolingDown(coolDown - now)
            : state.Outages.Find(keys.Own, now)?.NotSentAt(now);
    }

    /// <summary>
    /// A call is a check if stale data may follow its failure after the lease. One such call is enough for a request, until the next 2xx.
    /// </summary>
    private CallPurpose PurposeOf(RequestKeys keys, DateTimeOffset now) =>
        state.Leases.Find(keys.Scope) is { } lease
        && !lease.IsValid(now)
        && lease.IsWithin(state.Options.AuthorizationGrace, now)
        && Find(keys, lease)?.IsUsableOnError(now) == true
        && !HasFailed(keys, lease)
            ? CallPurpose.Check
            : CallPurpose.Request;

    private void RecordFailure(RequestKeys keys, Caller caller, Failure failure)
    {
        var now = state.Time.GetUtcNow();
        if (failure.EndsLease())
        {
            state.Leases.End(keys.Scope, caller.Fingerprint, failure, now);
            state.Checks.Decide(keys.Scope);
            RemoveOwn(keys);
        }
        else if (failure.IsCacheable())
        {
            state.Leases.Refusals.Add(keys.Own, state.Known.Contains(caller.Fingerprint), failure, now, NegativeCache.RefusalTime);
            RemoveOwn(keys);
        }
        else if (failure.IsOutage())
        {
            state.Outages.AddWithBackoff(keys.Own, state.Known.Contains(caller.Fingerprint), failure, now);
        }
    }

    /// <summary>Removes the credential's own entry of the request. A shared entry stays: it belongs to other callers, too.</summary>
    private void RemoveOwn(RequestKeys keys)
    {
        if (!origin.IsShared)
        {
            state.Entries.Remove(keys.Own);
            state.Distributed?.Remove(keys.Own);
            if (keys.PreviousOwn is { } previous)
            {
                state.Distributed?.Remove(previous);
            }
        }
    }
}
