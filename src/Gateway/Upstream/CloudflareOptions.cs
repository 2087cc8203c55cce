using Gateway.Settings;

namespace Gateway.Upstream;

/// <summary>The <c>Cloudflare</c> section of the configuration.</summary>
internal sealed class CloudflareOptions
{
    public const string Section = "Cloudflare";

    /// <summary>Where Cloudflare's API is: an absolute http or https address without query. Default: Cloudflare's own.</summary>
    public string BaseUrl { get; set; } = "https://api.cloudflare.com/client/v4";

    /// <summary>
    /// How long a caller waits for an answer, with all waiting, retries and its whole body: 100 ms to 2 minutes. Default: 15 s.
    /// </summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one attempt may take, all of its body included: 100 ms to 2 minutes. Default: 7 s.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(7);

    /// <summary>How long a connection may take to open: 100 ms to 1 minute. Default: 5 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Calls that may be out at one time, for each API: 1 to 10,000. Default: 64.</summary>
    public int MaxConcurrentCalls { get; set; } = 64;

    /// <summary>
    /// The part of <see cref="MaxConcurrentCalls"/> that one credential may have, and at least one call: 0.01 to 1. Default: 0.25.
    /// </summary>
    public double CredentialShare { get; set; } = 0.25;

    /// <summary>Calls that may wait for others to end, for each API: 0 to 1,000. Default: 64.</summary>
    public int QueueLength { get; set; } = 64;

    /// <summary>How long a call may wait for others to end, and an attempt for its turn to leave: 1 ms to 1 minute. Default: 1 s.</summary>
    public TimeSpan QueueTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Attempts that leave within any second, to all APIs together: 1 to 10,000, or 0 for as many as come. Default: 150, of the
    /// 200 that Cloudflare takes from one address.</summary>
    public int MaxCallsPerSecond { get; set; } = 150;

    /// <summary>How often and when a call that failed is made again.</summary>
    public RetryOptions Retries { get; set; } = new();

    /// <summary>When an API counts as down.</summary>
    public BreakerOptions Breaker { get; set; } = new();

    /// <summary>Whether Cloudflare is told the trace that a call belongs to, as <c>traceparent</c>. Default: false.</summary>
    public bool PropagateTraceContext { get; set; }

    /// <summary>Distinct calls that one operation may make, 1 to 100: beyond it makes none. Default: 20.</summary>
    public int MaxCallsPerOperation { get; set; } = 20;

    /// <summary>The largest answer that is read, in bytes after decompression: 1 KiB to 64 MiB. Default: 8 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>
    /// The memory for answers that are being read, over all calls, of which one credential has <see cref="CredentialShare"/>:
    /// <see cref="MaxResponseBytes"/> to 4 GiB. Each call has 64 KiB of it at once and waits for more within its deadline; with less than
    /// 128 KiB for each of <see cref="MaxConcurrentCalls"/> beside one whole answer, that is what is used at most. Default: 64 MiB.
    /// </summary>
    public long MaxBufferedBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>How Cloudflare's limit of a credential's requests is kept.</summary>
    public RateLimitOptions RateLimit { get; } = new();

    public static void Check(CloudflareOptions options, SettingErrors errors)
    {
        if (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var url)
            || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
            || (url.Query + url.Fragment + url.UserInfo).Length > 0)
        {
            errors.Add("An absolute http or https address without user, query and fragment is wanted.", nameof(BaseUrl));
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
        errors.Between(options.MaxBufferedBytes, options.MaxResponseBytes, 4L * 1024 * 1024 * 1024);
        errors.Between(options.RateLimit.DefaultCoolDown, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        errors.Between(options.RateLimit.Reserve, 0, 0.9);
    }
}
