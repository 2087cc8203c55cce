using Gateway.Cloudflare.RateLimiting;
using Microsoft.Extensions.Options;

namespace Gateway.Cloudflare;

/// <summary>The <c>Cloudflare</c> section of the configuration.</summary>
internal sealed class CloudflareOptions
{
    public const string Section = "Cloudflare";

    /// <summary>Where Cloudflare's API is: an absolute http or https address without query. Default: Cloudflare's own.</summary>
    public string BaseUrl { get; set; } = "https://api.cloudflare.com/client/v4";

    /// <summary>How long a caller waits for a call, all of its body included: 100 ms to 2 minutes. Default: 15 s.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a connection may take to open: 100 ms to 1 minute. Default: 5 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Connections to Cloudflare, 1 to 1,000; over HTTP/2 each carries many calls. Default: 64.</summary>
    public int MaxConnections { get; set; } = 64;

    /// <summary>Distinct calls that one operation may make, 1 to 100: beyond it makes none. Default: 20.</summary>
    public int MaxCallsPerOperation { get; set; } = 20;

    /// <summary>The largest answer that is read, in bytes after decompression: 1 KiB to 64 MiB. Default: 8 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>How Cloudflare's limit of a credential's requests is kept.</summary>
    public RateLimitOptions RateLimit { get; } = new();
}

/// <summary>Holds the options to their bounds when the gateway starts.</summary>
internal sealed class CloudflareOptionsValidator : IValidateOptions<CloudflareOptions>
{
    public ValidateOptionsResult Validate(string? name, CloudflareOptions options)
    {
        var failures = new ValidateOptionsResultBuilder();
        if (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var url)
            || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
            || (url.Query + url.Fragment + url.UserInfo).Length > 0)
        {
            failures.AddError("An absolute http or https address without user, query and fragment is wanted.", Key(nameof(options.BaseUrl)));
        }

        Between(nameof(options.Deadline), options.Deadline, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(2));
        Between(nameof(options.ConnectTimeout), options.ConnectTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1));
        Between(nameof(options.MaxConnections), options.MaxConnections, 1, 1000);
        Between(nameof(options.MaxCallsPerOperation), options.MaxCallsPerOperation, 1, 100);
        Between(nameof(options.MaxResponseBytes), options.MaxResponseBytes, 1024, 64 * 1024 * 1024);
        Between("RateLimit:DefaultCoolDown", options.RateLimit.DefaultCoolDown, TimeSpan.FromSeconds(1), RateLimitReading.Longest);
        Between("RateLimit:Reserve", options.RateLimit.Reserve, 0, 0.9);
        return failures.Build();

        void Between<T>(string property, T value, T least, T most)
            where T : IComparable<T>, IFormattable
        {
            if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            {
                failures.AddError(FormattableString.Invariant($"{value} is not between {least} and {most}."), Key(property));
            }
        }

        static string Key(string property) => $"{CloudflareOptions.Section}:{property}";
    }
}
