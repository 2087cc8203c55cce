using System.Globalization;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Faults;

/// <summary>429 in its forms: what says when to come back, and what the body is.</summary>
internal static class RateLimitedFaults
{
    public const string Page = "<html><head><title>429 Too Many Requests</title></head><body><h1>Too many requests</h1></body></html>";

    /// <summary>The body of each product.</summary>
    public static Fault Envelope { get; } = FaultKinds.PerProduct(
        spectrum: new(429, 971, "Please wait and consider throttling your request speed"),
        radar: new ErrorAnswer(429, 1015, "Too many requests") { Radar = true });

    /// <summary>As Cloudflare answers whoever has used up a quota: both headers, in agreement.</summary>
    public static Fault Blocked(int seconds) => (context, next) =>
    {
        CloudflareHeaders.SetBlocked(context, seconds);
        return Envelope(context, next);
    };

    /// <summary>Only <c>Retry-After</c> says when to come back; where it is null, nothing does.</summary>
    public static Fault RetryAfter(string? value, Fault? body = null) => (context, next) =>
    {
        CloudflareHeaders.RemoveRateLimit(context);
        context.Response.Headers.RetryAfter = value;
        return (body ?? Envelope)(context, next);
    };

    /// <summary><c>Retry-After</c> as an HTTP date (RFC 9110, section 5.6.7), so far from now.</summary>
    public static Fault RetryAfterDate(TimeProvider time, TimeSpan fromNow) => (context, next) =>
        RetryAfter((time.GetUtcNow() + fromNow).ToString("R", CultureInfo.InvariantCulture))(context, next);

    /// <summary>Only <c>Ratelimit</c> says when to come back.</summary>
    public static Fault RatelimitOnly(int resetSeconds) => (context, next) =>
    {
        CloudflareHeaders.SetRemaining(context, 0, resetSeconds);
        return Envelope(context, next);
    };
}
