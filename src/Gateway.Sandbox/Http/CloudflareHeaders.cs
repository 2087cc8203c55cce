using System.Globalization;
using Gateway.Sandbox.Credentials;
using Gateway.Sandbox.Data;

namespace Gateway.Sandbox.Http;

/// <summary>The headers that every answer of Cloudflare carries: the ray for support, and the state of the rate limit.</summary>
internal sealed class CloudflareHeaders(SandboxOptions options, RateLimiter limiter)
{
    private readonly string policy = $"\"default\";q={limiter.Quota};w={(int)limiter.Length.TotalSeconds}";
    private long rays;

    public void Apply(HttpContext context, Allowance allowance)
    {
        var ray = Hash.Of(options.Seed, (ulong)Interlocked.Increment(ref rays));
        var headers = context.Response.Headers;
        headers["cf-ray"] = $"{ray:x16}-SBX";
        headers["Ratelimit-Policy"] = policy;
        SetRemaining(context, allowance.Remaining, allowance.ResetSeconds);
    }

    /// <summary>Nothing is left, and <c>Retry-After</c> says the same as <c>Ratelimit</c>.</summary>
    public static void SetBlocked(HttpContext context, int seconds)
    {
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        SetRemaining(context, 0, seconds);
    }

    public static void SetRemaining(HttpContext context, int remaining, int resetSeconds) =>
        context.Response.Headers["Ratelimit"] = $"\"default\";r={remaining};t={resetSeconds}";

    public static void RemoveRateLimit(HttpContext context)
    {
        context.Response.Headers.Remove("Ratelimit");
        context.Response.Headers.Remove("Ratelimit-Policy");
    }
}
