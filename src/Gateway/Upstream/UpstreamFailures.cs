using System.Collections.Immutable;

namespace Gateway.Upstream;

/// <summary>Creates the failures of calls to Cloudflare, with their messages.</summary>
internal static class UpstreamFailures
{
    public static Failure Timeout(TimeSpan deadline) =>
        new(FailureKind.UpstreamTimeout, FormattableString.Invariant($"Cloudflare did not answer within {deadline.TotalSeconds} s."));

    public static Failure NoConnection() =>
        new(FailureKind.UpstreamUnavailable, "Cloudflare could not be reached, or the connection broke before the answer was complete.");

    /// <summary>An attempt failed, and the gateway could not retry in time.</summary>
    public static Failure NotRetried() =>
        new(FailureKind.UpstreamUnavailable, "Cloudflare failed the call, and the gateway could not make it again in time.");

    /// <summary>No call was made, because the credential is in a cool-down.</summary>
    public static Failure CoolingDown(TimeSpan rest) =>
        new(FailureKind.RateLimited, "Cloudflare limits the rate of this credential's requests; it is not asked until that is over.")
        {
            IsUnsent = true,
            RetryAfterSeconds = (int)Math.Ceiling(rest.TotalSeconds),
        };

    /// <summary>No call was made, because the gateway is at one of its limits.</summary>
    public static Failure Overloaded() =>
        new(FailureKind.Overloaded, "The gateway has as many calls to Cloudflare under way as it may have.")
        {
            IsUnsent = true,
            RetryAfterSeconds = 1,
        };

    /// <summary>No call was made, because the API's circuit is open.</summary>
    /// <param name="wait">The time until the next probe.</param>
    /// <param name="isOwnTrouble">Whether too few credentials opened it to speak for others.</param>
    public static Failure Down(TimeSpan wait, bool isOwnTrouble = false) =>
        NotCalled(wait, "Most calls to this Cloudflare API have just failed; the gateway makes none for a moment.", isOwnTrouble);

    /// <summary>No call was made, because the last ones with this credential to this endpoint, or to this zone, failed.</summary>
    public static Failure Failing(TimeSpan wait) => NotCalled(
        wait,
        "The last calls with this credential to this endpoint, or for this zone, have failed; the gateway makes none for a moment.",
        isOwnTrouble: true);

    /// <summary>A response that is not the expected JSON.</summary>
    public static Failure Invalid(int status, string? ray, string why) =>
        new(FailureKind.UpstreamInvalidResponse, FormattableString.Invariant($"Cloudflare's answer (status {status}) {why}."))
        {
            Cloudflare = new CloudflareRefusal(status, ray, []),
        };

    /// <summary>An error response, classified by its errors and its status.</summary>
    public static Failure Refused(
        CloudflareEndpoint endpoint, int status, string? ray, ImmutableArray<CloudflareMessage> errors, int? retryAfterSeconds)
    {
        var kind = Classify(status, errors);
        if (kind == FailureKind.UpstreamInvalidResponse)
        {
            return Invalid(status, ray, "is not what this endpoint promises");
        }

        return new Failure(kind, Describe(kind, endpoint, status) + Quote(errors))
        {
            Cloudflare = new CloudflareRefusal(status, ray, errors),
            RetryAfterSeconds = kind == FailureKind.RateLimited ? retryAfterSeconds : null,
            Permission = kind == FailureKind.Forbidden ? endpoint.Permission : null,
        };
    }

    /// <summary>
    /// Classifies an error response by the first row that matches. A body that is not an envelope has no errors, so only its status counts.
    /// </summary>
    /// <remarks>
    /// <para>
    /// For 4xx, and for a 200 with <c>success: false</c>, Cloudflare's code takes precedence over the status: Cloudflare answers 400 to a
    /// missing or malformed credential, although the arguments are valid.
    /// </para>
    /// <para>Cloudflare documents no list of these codes. The sources are:</para>
    /// <list type="bullet"> <item>1000 (invalid token): observed, not documented.</item> <item>6003 with 6111 (malformed credential):
    /// observed, not documented (https://community.cloudflare.com/t/api-authentication-failing/110430).</item> <item>7003 (no such route,
    /// as for a malformed zone id): the example of an error in https://github.com/cloudflare/api-schemas.</item> <item>9106 (no
    /// credential): observed, not documented.</item> <item>9109 (token without access): observed, not documented.</item> </list></remarks>
    private static FailureKind Classify(int status, ImmutableArray<CloudflareMessage> errors) => status switch
    {
        >= 500 => FailureKind.UpstreamUnavailable,
        429 => FailureKind.RateLimited,
        not 200 and not (>= 400 and < 500) => FailureKind.UpstreamInvalidResponse,
        _ when status == 401 || HasCode(errors, 9106, 6003, 6111, 1000) => FailureKind.Unauthenticated,
        _ when status == 403 || HasCode(errors, 9109) => FailureKind.Forbidden,
        _ when status == 404 || HasCode(errors, 7003) => FailureKind.NotFound,
        _ => FailureKind.UpstreamRejected,
    };

    private static Failure NotCalled(TimeSpan wait, string message, bool isOwnTrouble) => new(FailureKind.UpstreamUnavailable, message)
    {
        IsUnsent = true,
        IsOwnTrouble = isOwnTrouble,
        RetryAfterSeconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)),
    };

    private static bool HasCode(ImmutableArray<CloudflareMessage> errors, params int[] codes) =>
        errors.Any(error => error.Code is { } code && codes.Contains(code));

    private static string Describe(FailureKind kind, CloudflareEndpoint endpoint, int status) => kind switch
    {
        FailureKind.UpstreamUnavailable => FormattableString.Invariant($"Cloudflare is in trouble (status {status})"),
        FailureKind.RateLimited => "Cloudflare limits the rate of this credential's requests",
        FailureKind.Unauthenticated => "Cloudflare does not accept the credential",
        FailureKind.Forbidden => $"The credential lacks what this needs ({endpoint.Permission})",
        FailureKind.NotFound => "Cloudflare does not know what was asked for",
        _ => FormattableString.Invariant($"Cloudflare rejected the request (status {status})"),
    };

    private static string Quote(ImmutableArray<CloudflareMessage> errors) => errors.IsEmpty ? "." : $": {errors[0].Message}";
}
