namespace Gateway.Sandbox;

/// <summary>Everything a sandbox depends on: it reads no other configuration, so that it can live inside any process.</summary>
public sealed record SandboxOptions
{
    internal const string DefaultUrl = "http://127.0.0.1:8787";
    internal const int DefaultRateLimit = 1200;

    /// <summary>
    /// Decides what "now" is: the default window, the lag of the newest data, the length of whatever is slow, the
    /// windows of the rate limit. The system's by default.
    /// </summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Two sandboxes with one seed hold the same data. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The loopback port of a hosted sandbox; 0, the default, takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// How long <see cref="SandboxCredentials.Slow"/> waits, unless released earlier. Default 60 seconds; infinite is allowed.
    /// </summary>
    public TimeSpan SlowAnswer { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>After which time <see cref="SandboxCredentials.Drip"/> sends each byte. Default 1 second; infinite is allowed.</summary>
    public TimeSpan DripInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long every answer takes, beside what its fault takes: for load runs. Default 0.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>
    /// How many calls one credential has in a window, over all endpoints; the first one more blocks it for the length of a
    /// window. Default 1,200 as with Cloudflare; 0 is no limit, as a load run needs.
    /// </summary>
    public int RateLimit { get; init; } = DefaultRateLimit;

    /// <summary>The window of <see cref="RateLimit"/>, begun by a credential's first call. Default 5 minutes, at least 1 second.</summary>
    public TimeSpan RateLimitWindow { get; init; } = TimeSpan.FromMinutes(5);
}
