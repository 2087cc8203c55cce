using System.Collections.Immutable;

namespace Gateway.Upstream;

/// <summary>The one table from an answer that is no success to what went wrong.</summary>
internal static class FailureClassifier
{
    /// <summary>The first row that fits decides; a body that is no envelope has no errors and goes by its status alone.</summary>
    /// <remarks>
    /// Within 4xx, and where a 200 says <c>success: false</c>, the code goes before the status: Cloudflare answers 400
    /// to a missing or malformed credential, and 400 must not read as a fault in the caller's arguments then.
    /// </remarks>
    public static FailureKind Classify(int status, ImmutableArray<CloudflareMessage> errors) => status switch
    {
        >= 500 => FailureKind.UpstreamUnavailable,
        429 => FailureKind.RateLimited,
        not 200 and not (>= 400 and < 500) => FailureKind.UpstreamInvalidResponse,
        _ when status == 401 || HasCode(errors, 9106, 6003, 6111, 1000) => FailureKind.Unauthenticated,
        _ when status == 403 || HasCode(errors, 9109) => FailureKind.Forbidden,
        _ when status == 404 || HasCode(errors, 7003) => FailureKind.NotFound,
        _ => FailureKind.UpstreamRejected,
    };

    private static bool HasCode(ImmutableArray<CloudflareMessage> errors, params int[] codes) =>
        errors.Any(error => error.Code is { } code && codes.Contains(code));
}
