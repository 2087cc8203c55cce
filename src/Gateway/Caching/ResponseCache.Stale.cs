using Gateway.Upstream;

namespace Gateway.Caching;

/// <content>When a failure is answered with stale data.</content>
internal sealed partial class ResponseCache<TRequest, TResponse>
{
    /// <summary>Stale data instead of the failure, if the failure and the caller's lease allow it.</summary>
    private Result<Cached<TResponse>> StaleOr(Failure failure, RequestKeys keys, Caller caller, DateTimeOffset now)
    {
        if (state.Leases.Find(keys.Scope) is { } lease
            && (lease.IsValid(now)
                ? failure.AllowsStale()
                : failure.AllowsStaleInGrace() && lease.IsWithin(state.Options.AuthorizationGrace, now) && IsOutage(failure, keys, lease))
            && Find(keys, lease) is { } entry
            && entry.IsUsableOnError(now))
        {
            return Answer(entry, CacheStatus.Stale, now, PausedUntil(keys, caller, now) ?? now);
        }

        return failure;
    }

    /// <summary>
    /// Whether the failure shows that Cloudflare can't be called with this request. A revoked credential can bring about failures of other
    /// requests, so its own trouble counts only if this request has failed as well since the last 2xx.
    /// </summary>
    private bool IsOutage(Failure failure, RequestKeys keys, Lease lease) =>
        !failure.IsOwnTrouble || HasFailed(keys, lease);

    /// <summary>Whether the request's own call has failed since the last 2xx.</summary>
    private bool HasFailed(RequestKeys keys, Lease lease) => state.Outages.FindLast(keys.Own)?.Since >= lease.GrantedFrom;

    /// <summary>When the caller's cool-down, or else the request's outage, ends; null if Cloudflare may be asked now.</summary>
    private DateTimeOffset? PausedUntil(RequestKeys keys, Caller caller, DateTimeOffset now) =>
        state.Limits.CoolDown(caller, now) ?? state.Outages.Find(keys.Own, now)?.Until;
}
