using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>What each kind of failure means to the cache.</summary>
/// <remarks>Stale data instead of an error is <c>stale-if-error</c> (RFC 5861, section 4).</remarks>
internal static class FailurePolicy
{
    /// <summary>
    /// A caller with a valid lease gets stale data instead of this failure, because it says nothing about the caller's access.
    /// </summary>
    public static bool AllowsStale(this Failure failure) => failure.AllowsStaleInGrace() || failure.Kind is FailureKind.Overloaded;

    /// <summary>
    /// A caller with a lapsed lease gets stale data instead of this failure, within the grace, because Cloudflare can't be called. The
    /// gateway's own load is not such a failure, because a revoked credential could cause it.
    /// </summary>
    public static bool AllowsStaleInGrace(this Failure failure) => failure.Kind
        is FailureKind.UpstreamTimeout
        or FailureKind.UpstreamUnavailable
        or FailureKind.UpstreamInvalidResponse
        or FailureKind.RateLimited;

    /// <summary>
    /// Cloudflare was called and failed to answer: the same request is not repeated for a while. A rate limit is no outage, since its
    /// cool-down applies to all requests of the credential.
    /// </summary>
    public static bool IsOutage(this Failure failure) => failure is
    {
        IsUnsent: false,
        Kind: FailureKind.UpstreamTimeout or FailureKind.UpstreamUnavailable or FailureKind.UpstreamInvalidResponse,
    };

    /// <summary>Cloudflare refuses the credential, and not just the request.</summary>
    public static bool EndsLease(this Failure failure) => failure.Kind is FailureKind.Unauthenticated or FailureKind.Forbidden;

    /// <summary>
    /// Cloudflare rejects the request by its status, so the same request would fail again. A 200 with <c>success: false</c> is not cached:
    /// the next call may succeed.
    /// </summary>
    public static bool IsCacheable(this Failure failure) =>
        failure.Kind is FailureKind.UpstreamRejected or FailureKind.NotFound && failure.Cloudflare?.Status is 400 or 404 or 422;
}
