using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>What each kind of failure means to the cache.</summary>
internal static class FailurePolicy
{
    /// <summary>Cloudflare has not said whether the caller may read: a caller with a lease gets stale data instead.</summary>
    public static bool AllowsStale(this Failure failure) => failure.AllowsStaleInGrace() || failure.Kind is FailureKind.Overloaded;

    /// <summary>
    /// Cloudflare can't be asked: a caller whose lease has lapsed gets stale data within the grace. Never because of the gateway's own
    /// load, which a credential that was revoked can bring about itself.
    /// </summary>
    public static bool AllowsStaleInGrace(this Failure failure) => failure.Kind
        is FailureKind.UpstreamTimeout
        or FailureKind.UpstreamUnavailable
        or FailureKind.UpstreamInvalidResponse
        or FailureKind.RateLimited;

    /// <summary>
    /// Cloudflare was asked and could not answer this request: it is given time. A rate limit has a time of its own, for all requests.
    /// </summary>
    public static bool IsOutage(this Failure failure) => failure is
    {
        IsUnsent: false,
        Kind: FailureKind.UpstreamTimeout or FailureKind.UpstreamUnavailable or FailureKind.UpstreamInvalidResponse,
    };

    /// <summary>The credential is refused, rather than the request.</summary>
    public static bool EndsLease(this Failure failure) => failure.Kind is FailureKind.Unauthenticated or FailureKind.Forbidden;

    /// <summary>The request is refused, by its status: a 200 that says <c>success: false</c> tells nothing of the next one.</summary>
    public static bool IsCacheable(this Failure failure) =>
        failure.Kind is FailureKind.UpstreamRejected or FailureKind.NotFound && failure.Cloudflare?.Status is 400 or 404 or 422;
}
