using System.Globalization;
using Gateway.Sandbox.Credentials;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Faults;

/// <summary>The kinds of 429, which differ in the header that says when to retry, and in the body.</summary>
internal static class RateLimitedFaults
{
    public const string Page = "<html><head><title>429 Too Many Requests</title></head><body><h1>Too many requests</h1></body></html>";

    /// <summary>The body of each product.</summary>
    private static readonly Fault Envelope = FaultKinds.PerProduct(
        spectrum: new(429, 971, "Please wait and consider throttling your request speed"),
        radar: new ErrorAnswer(429, 1015, "Too many requests") { Radar = true });

    /// <summary>Cloudflare's response to a credential that has used up its quota. Both headers agree.</summary>
    public static Fault Blocked(int seconds) => Limited(seconds.ToString(CultureInfo.InvariantCulture), seconds, Envelope);

    /// <summary>Only <c>Retry-After</c> says when to retry; if it is null, no header does.</summary>
    public static Fault RetryAfter(string? value, Fault? body = null) => Limited(value, null, body ?? Envelope);

    /// <summary><c>Retry-After</c> as an HTTP date (RFC 9110, section 5.6.7), this far from now.</summary>
    public static Fault RetryAfterDate(TimeProvider time, TimeSpan fromNow) => (context, next) =>
        RetryAfter((time.GetUtcNow() + fromNow).ToString("R", CultureInfo.InvariantCulture))(context, next);

    /// <summary>Only <c>Ratelimit</c> says when to retry.</summary>
    public static Fault RatelimitOnly(int resetSeconds) => Limited(null, resetSeconds, Envelope);

    private static Fault Limited(string? retryAfter, int? resetSeconds, Fault body) => (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.RetryAfter = retryAfter;
        headers["Ratelimit"] = resetSeconds is { } seconds ? new Allowance(false, 0, seconds).ToHeader() : null;
        if (resetSeconds is null)
            headers.Remove("Ratelimit-Policy");
        return body(context, next);
    };
}
