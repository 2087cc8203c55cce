using System.Collections.Immutable;
using System.Globalization;

namespace Gateway.Upstream;

/// <summary>Creates the failures of calls to Cloudflare, with their messages.</summary>
internal static class UpstreamFailures
{
    private const string ElsewhereOnly =
        "The token is bound to other IP addresses; its filter of client addresses has to allow the gateway's";

    /// <summary>No answer within a call's deadline, or within an attempt's time at the only attempt.</summary>
    public static Failure Timeout(TimeSpan bound) =>
        new(FailureKind.UpstreamTimeout, FormattableString.Invariant($"Cloudflare did not answer within {bound.TotalSeconds} s."));

    /// <summary>No answer within an attempt's time at the last of several attempts.</summary>
    public static Failure Timeout(TimeSpan bound, int attempts, TimeSpan elapsed) => new(
        FailureKind.UpstreamTimeout,
        string.Create(
            CultureInfo.InvariantCulture,
            $"Cloudflare did not answer within {bound.TotalSeconds} s, at the last of {attempts} attempts "
                + $"in {elapsed.TotalSeconds:0.#} s."));

    public static Failure NoConnection(ConnectionFault fault) =>
        new(FailureKind.UpstreamUnavailable, "Cloudflare could not be reached, or the connection broke before the answer was complete.")
        {
            Connection = fault,
        };

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

    /// <summary>
    /// An answer that is not the API's, but that of something in front of it: a block or a challenge at Cloudflare's edge, or another
    /// proxy's. It says nothing about the credential, so the call counts as one that could not be made.
    /// </summary>
    /// <param name="status">The status.</param>
    /// <param name="ray">The ray; only Cloudflare's edge sends one.</param>
    /// <param name="what">What the answer is, such as <c>challenge</c> or <c>error code: 1020</c>; null if it says nothing.</param>
    /// <param name="code">The edge's code in <paramref name="what"/>.</param>
    /// <param name="retryAfterSeconds">After how many seconds a retry makes sense.</param>
    public static Failure InFront(int status, string? ray, string? what, int? code, int? retryAfterSeconds)
    {
        var (who, help) = ray is null
            ? ("Something in front of Cloudflare", "Check the proxies on the way and `Cloudflare:BaseUrl`.")
            : ("Cloudflare's edge", "It may block the gateway's address; Cloudflare's support finds the reason by the ray.");
        var text = FormattableString.Invariant($"{who} answered instead of the API (status {status}{(what is null ? "" : ", " + what)})");
        return new Failure(FailureKind.UpstreamUnavailable, $"{text}, so the credential was not judged. {help}")
        {
            Cloudflare = new CloudflareRefusal(status, ray, code is null ? [] : [new CloudflareMessage(code, what!, null, null)]),
            RetryAfterSeconds = retryAfterSeconds,
        };
    }

    /// <summary>An error response, classified by its errors and its status.</summary>
    public static Failure Refused(
        CloudflareEndpoint endpoint, int status, string? ray, ImmutableArray<CloudflareMessage> errors, int? retryAfterSeconds)
    {
        var kind = Classify(status, errors);
        if (kind == FailureKind.UpstreamInvalidResponse)
        {
            return Invalid(status, ray, "is not what this endpoint promises");
        }

        var isElsewhere = kind == FailureKind.Forbidden && errors.Any(IsOfOtherLocations);
        return new Failure(kind, (isElsewhere ? ElsewhereOnly : Describe(kind, endpoint, status)) + Quote(errors))
        {
            Cloudflare = new CloudflareRefusal(status, ray, errors),
            RetryAfterSeconds = kind is FailureKind.RateLimited or FailureKind.UpstreamUnavailable or FailureKind.UpstreamTimeout
                ? retryAfterSeconds
                : null,
            Permission = kind == FailureKind.Forbidden && !isElsewhere ? endpoint.Permission : null,
        };
    }

    /// <summary>Whether the errors say that Cloudflare throttles the credential. Then the response counts as a 429.</summary>
    public static bool AreThrottling(ImmutableArray<CloudflareMessage> errors) => HasCode(errors, 971, 10500);

    /// <summary>Classifies an error response by the first row that matches.</summary>
    /// <remarks>
    /// <para>
    /// For 4xx, and for a 200 with <c>success: false</c>, Cloudflare's code takes precedence over the status: Cloudflare answers 400 to a
    /// missing or malformed credential, although the arguments are valid.
    /// </para>
    /// <para>Cloudflare documents no list of these codes. The sources are:</para>
    /// <list type="bullet"> <item>971 (throttle your request speed) and 10500 (more than 1200 requests per 300 seconds): observed, also
    /// under another status than 429; not documented.</item> <item>1000 (invalid token): observed, not documented.</item> <item>6003 with
    /// 6111 (malformed credential): observed, not documented
    /// (https://community.cloudflare.com/t/api-authentication-failing/110430).</item> <item>7003 (no such route, as for a malformed zone
    /// id): the example of an error in https://github.com/cloudflare/api-schemas.</item> <item>9106 (no credential): observed, not
    /// documented.</item> <item>9109 (token without access, or used from another address than its own): observed, not
    /// documented.</item> </list></remarks>
    private static FailureKind Classify(int status, ImmutableArray<CloudflareMessage> errors) => status switch
    {
        _ when AreThrottling(errors) => FailureKind.RateLimited,
        >= 500 => FailureKind.UpstreamUnavailable,
        429 => FailureKind.RateLimited,
        408 => FailureKind.UpstreamTimeout,
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

    /// <summary>Whether the token may be used from other addresses only.</summary>
    private static bool IsOfOtherLocations(CloudflareMessage error) =>
        error.Code == 9109 && error.Message.Contains("from location", StringComparison.OrdinalIgnoreCase);

    private static string Describe(FailureKind kind, CloudflareEndpoint endpoint, int status) => kind switch
    {
        FailureKind.UpstreamUnavailable => FormattableString.Invariant($"Cloudflare is in trouble (status {status})"),
        FailureKind.UpstreamTimeout => FormattableString.Invariant($"Cloudflare ran out of time (status {status})"),
        FailureKind.RateLimited => "Cloudflare limits the rate of this credential's requests",
        FailureKind.Unauthenticated => "Cloudflare does not accept the credential",
        FailureKind.Forbidden => $"The credential lacks what this needs ({endpoint.Permission})",
        FailureKind.NotFound => "Cloudflare does not know what was asked for",
        _ => FormattableString.Invariant($"Cloudflare rejected the request (status {status})"),
    };

    private static string Quote(ImmutableArray<CloudflareMessage> errors) => errors.IsEmpty ? "." : $": {errors[0].Message}";
}
