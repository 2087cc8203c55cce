using Polly;
using Polly.Timeout;

namespace Gateway.Cloudflare.Resilience;

/// <summary>How an attempt can end, whose fault that is, and what the gates end it with.</summary>
internal static class Outcomes
{
    public static Outcome<Result<CloudflareReply>> Failed(Failure failure) => Outcome.FromResult<Result<CloudflareReply>>(failure);

    public static Outcome<Result<CloudflareReply>> Cancelled(CancellationToken cancellationToken) =>
        Outcome.FromException<Result<CloudflareReply>>(new OperationCanceledException(cancellationToken));

    /// <summary>Cloudflare's own fault, which every caller would run into: 5xx, a connection that fails, an answer that doesn't come in time.</summary>
    public static bool IsServerFault(this Outcome<Result<CloudflareReply>> outcome) =>
        outcome.Exception is TimeoutRejectedException
        || outcome.Failure() is { Kind: FailureKind.UpstreamUnavailable, IsUnsent: false };

    /// <summary>What may be over at the next attempt. A connection that stays silent is as good as one that fails.</summary>
    public static bool IsTransient(this Outcome<Result<CloudflareReply>> outcome) =>
        outcome.Exception is TimeoutRejectedException
        || outcome.Failure() is { Kind: FailureKind.UpstreamUnavailable, IsUnsent: false, Cloudflare: null }
            or { Cloudflare.Status: 408 or 500 or 502 or 503 or 504 };

    private static Failure? Failure(this Outcome<Result<CloudflareReply>> outcome) => outcome.Exception is null ? outcome.Result.Failure : null;
}
