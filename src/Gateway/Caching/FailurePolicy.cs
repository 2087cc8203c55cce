using Gateway.Cloudflare;

namespace Gateway.Caching;

/// <summary>What each kind of failure means to the cache.</summary>
internal static class FailurePolicy
{
    /// <summary>Cloudflare has not said whether the caller may read: data that the caller could read lately is still good.</summary>
    public static bool LeavesOpen(this Failure failure) => failure.Kind
        is FailureKind.UpstreamTimeout
        or FailureKind.UpstreamUnavailable
        or FailureKind.UpstreamInvalidResponse
        or FailureKind.RateLimited
        or FailureKind.Overloaded;

    /// <summary>Cloudflare was asked and could not answer this request: it is given time. A rate limit has a time of its own, for all requests.</summary>
    public static bool IsOutage(this Failure failure) => failure is
    {
        IsUnsent: false,
        Kind: FailureKind.UpstreamTimeout or FailureKind.UpstreamUnavailable or FailureKind.UpstreamInvalidResponse,
    };

    /// <summary>Trouble of Cloudflare's own, which every caller would run into.</summary>
    public static bool ConcernsAll(this Failure failure) => failure.Kind is FailureKind.UpstreamTimeout or FailureKind.UpstreamUnavailable;

    /// <summary>The credential is refused, rather than the request.</summary>
    public static bool EndsLease(this Failure failure) => failure.Kind is FailureKind.Unauthenticated or FailureKind.Forbidden;

    /// <summary>The request is refused, by its status: a 200 that says <c>success: false</c> tells nothing of the next one.</summary>
    public static bool IsHeld(this Failure failure) =>
        failure.Kind is FailureKind.UpstreamRejected or FailureKind.NotFound && failure.Cloudflare?.Status is 400 or 404 or 422;
}
