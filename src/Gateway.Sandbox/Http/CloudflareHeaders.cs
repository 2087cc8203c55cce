using System.Globalization;
using Gateway.Sandbox.Data;

namespace Gateway.Sandbox.Http;

/// <summary>The headers that every answer of Cloudflare carries: the ray for support, and the state of the rate limit.</summary>
internal sealed class CloudflareHeaders(SandboxOptions options)
{
    private const int Quota = 1200;
    private const int WindowSeconds = 300;

    private long rays;

    /// <summary>The sandbox does not count down: who has used up a quota is told by the credential.</summary>
    public void Apply(HttpContext context)
    {
        var ray = Hash.Of(options.Seed, (ulong)Interlocked.Increment(ref rays));
        var headers = context.Response.Headers;
        headers["cf-ray"] = $"{ray:x16}-SBX";
        headers["Ratelimit-Policy"] = $"\"default\";q={Quota};w={WindowSeconds}";
        SetRemaining(context, Quota - 1, WindowSeconds);
    }

    /// <summary>Nothing is left, and <c>Retry-After</c> says the same as <c>Ratelimit</c>.</summary>
    public static void SetBlocked(HttpContext context, int seconds)
    {
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        SetRemaining(context, 0, seconds);
    }

    public static void RemoveRateLimit(HttpContext context)
    {
        context.Response.Headers.Remove("Ratelimit");
        context.Response.Headers.Remove("Ratelimit-Policy");
    }

    public static void SetRemaining(HttpContext context, int remaining, int resetSeconds) =>
        context.Response.Headers["Ratelimit"] = $"\"default\";r={remaining};t={resetSeconds}";
}
