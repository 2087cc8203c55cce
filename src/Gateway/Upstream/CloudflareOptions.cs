using Gateway.Settings;
using PolyType;

namespace Gateway.Upstream;

/// <summary>The <c>Cloudflare</c> section of the configuration.</summary>
[GenerateShape]
internal sealed partial class CloudflareOptions
{
    public const string Section = "Cloudflare";

    /// <summary>Stands for the sandbox in the same process.</summary>
    public const string Sandbox = "sandbox";

    /// <summary>
    /// The base address of Cloudflare's API: absolute, http or https, without user, query and fragment.
    /// Default: <c>https://api.cloudflare.com/client/v4</c>.
    /// </summary>
    public string BaseUrl { get; set; } = "https://api.cloudflare.com/client/v4";

    /// <summary>
    /// Whether <see cref="BaseUrl"/> may be http to another machine in Production. Credentials then travel in plain text. Default: false.
    /// </summary>
    public bool AllowHttp { get; set; }

    /// <summary>
    /// The proxy that calls go through: <c>http://host:port</c>, or <c>http://user:password@host:port</c>, which is a secret. Default: what
    /// the environment's <c>HTTPS_PROXY</c> and <c>NO_PROXY</c> say for <see cref="BaseUrl"/>.
    /// </summary>
    public string? Proxy { get; set; }

    /// <summary>
    /// How long a call may take in all: waiting in the gateway, retries and reading the body: 100 ms to 2 min. The engine's execution
    /// timeout is 5 s longer. Default: 15 s.
    /// </summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one attempt may take, reading the body included: 100 ms to 2 min. Default: 7 s.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(7);

    /// <summary>How long opening a connection may take: 100 ms to 1 min. Default: 5 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The most concurrent calls to each API: 1 to 10,000. Default: 64. Credentials without a recent 2xx have an eighth of them, and what
    /// others leave but for a quarter. Refreshes leave an eighth.
    /// </summary>
    public int MaxConcurrentCalls { get; set; } = 64;

    /// <summary>
    /// The share of <see cref="MaxConcurrentCalls"/> that one credential may use, at least one call: 0.01 to 1. Default: 0.25.
    /// </summary>
    public double CredentialShare { get; set; } = 0.25;

    /// <summary>The most calls that may wait for their start, for each API: 0 to 1,000. Default: 64.</summary>
    public int QueueLength { get; set; } = 64;

    /// <summary>
    /// How long a call, or a retry, may wait for its start: for a concurrency permit and for <see cref="MaxCallsPerSecond"/>: 1 ms to
    /// 1 min. Default: 1 s.
    /// </summary>
    public TimeSpan QueueTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The most attempts in any second, over all APIs: 1 to 10,000, or 0 for no limit. Default: 150; Cloudflare allows 200 for each IP
    /// address (https://developers.cloudflare.com/fundamentals/api/reference/limits/). Each API has an equal part, and what the others
    /// leave but for an eighth. The shares of credentials are those of <see cref="MaxConcurrentCalls"/>.
    /// </summary>
    public int MaxCallsPerSecond { get; set; } = 150;

    /// <summary>How often and when a failed call is retried.</summary>
    public RetryOptions Retries { get; set; } = new();

    /// <summary>When the circuit to an API opens, and for how long.</summary>
    public BreakerOptions Breaker { get; set; } = new();

    /// <summary>Whether calls carry <c>traceparent</c> (W3C Trace Context). Default: false.</summary>
    public bool PropagateTraceContext { get; set; }

    /// <summary>The most distinct calls that one operation may need; one that needs more is rejected: 1 to 100. Default: 20.</summary>
    public int MaxCallsPerOperation { get; set; } = 20;

    /// <summary>The largest response body that is read, in bytes after decompression: 1 KiB to 64 MiB. Default: 8 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>
    /// The memory in bytes for response bodies that are being read, over all calls: <see cref="MaxResponseBytes"/> to 4 GiB. One
    /// credential may use <see cref="CredentialShare"/> of it. Default: 64 MiB.
    /// </summary>
    /// <remarks>
    /// Each call has 64 KiB at once and waits for more within its deadline. The bound is never below 64 KiB for each concurrent call of
    /// every API plus one response of <see cref="MaxResponseBytes"/>, even where this setting is less.
    /// </remarks>
    public long MaxBufferedBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>How the gateway keeps to Cloudflare's rate limit of a credential.</summary>
    public RateLimitOptions RateLimit { get; } = new();

    /// <summary>Whether <see cref="BaseUrl"/> still names the sandbox, so that there is none.</summary>
    public bool IsSandbox => Sandbox.Equals(BaseUrl, StringComparison.OrdinalIgnoreCase);

    public static void Check(CloudflareOptions options, SettingErrors errors)
    {
        if (!options.IsSandbox
            && (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var url)
                || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
                || (url.Query + url.Fragment + url.UserInfo).Length > 0))
        {
            errors.Add(
                "An absolute http or https address without user, query and fragment is wanted, such as "
                + $"`{new CloudflareOptions().BaseUrl}`.",
                nameof(BaseUrl));
        }

        if (options.Proxy is { Length: > 0 } proxy
            && !(Uri.TryCreate(proxy, UriKind.Absolute, out var address)
                && address.Scheme is "http" or "https" or "socks5"
                && address.Host.Length > 0
                && address.PathAndQuery is "/" or ""))
        {
            // Not quoted: it may hold a password.
            errors.Add("The address of a proxy is wanted, such as `http://host:3128` or `http://user:password@host:3128`.", nameof(Proxy));
        }

        errors.Between(options.Deadline, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(2));
        errors.Between(options.AttemptTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(2));
        errors.Between(options.ConnectTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1));
        errors.Between(options.MaxConcurrentCalls, 1, 10_000);
        errors.Between(options.CredentialShare, 0.01, 1);
        errors.Between(options.QueueLength, 0, 1000);
        errors.Between(options.QueueTimeout, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1));
        errors.Between(options.MaxCallsPerSecond, 0, 10_000);
        errors.Between(options.Retries.Max, 0, 5);
        errors.Between(options.Retries.Delay, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(10));
        errors.Between(options.Retries.MaxDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(10));
        errors.Between(options.Retries.Ratio, 0, 1);
        errors.Between(options.Retries.AtLeast, 0, 1000);
        errors.Between(options.Breaker.FailureRatio, 0.01, 1);
        errors.Between(options.Breaker.MinimumCalls, 2, 10_000);
        errors.Between(options.Breaker.Window, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        errors.Between(options.Breaker.BreakTime, TimeSpan.FromMilliseconds(500), TimeSpan.FromMinutes(1));
        errors.Between(options.MaxCallsPerOperation, 1, 100);
        errors.Between(options.MaxResponseBytes, 1024, 64 * 1024 * 1024);
        errors.Between(options.MaxBufferedBytes, Math.Clamp(options.MaxResponseBytes, 1024, 64 * 1024 * 1024), 4L * 1024 * 1024 * 1024);
        errors.Between(options.RateLimit.DefaultCoolDown, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        errors.Between(options.RateLimit.Reserve, 0, 0.9);
        errors.NotAbove(options.AttemptTimeout, options.Deadline);
        errors.NotAbove(options.ConnectTimeout, options.AttemptTimeout);
        errors.NotAbove(options.QueueTimeout, options.Deadline);
        errors.NotAbove(options.Retries.Delay, options.Retries.MaxDelay);
    }
}
