namespace Gateway.Sandbox;

/// <summary>The options of a sandbox. It reads no other configuration, so it can run inside any process.</summary>
public sealed record SandboxOptions : SandboxSettings
{
    /// <summary>
    /// The clock of the default window, the newest data's lag, all delays and the windows of the rate limit. Default: the system's.
    /// </summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>The options that a configuration can set.</summary>
public record SandboxSettings
{
    internal const string DefaultUrl = "http://127.0.0.1:8787";
    internal const int DefaultRateLimit = 1200;

    /// <summary>Sandboxes with the same seed have the same data. Default: 1.</summary>
    public ulong Seed { get; set; } = 1;

    /// <summary>The loopback port of a hosted sandbox. Default: 0, which takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>
    /// How long <see cref="SandboxCredentials.Slow"/> waits, unless released earlier. Default: 60 seconds; infinite is allowed.
    /// </summary>
    public TimeSpan SlowAnswer { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The interval between bytes of <see cref="SandboxCredentials.Drip"/>. Default: 1 second; infinite is allowed.</summary>
    public TimeSpan DripInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The delay of every response, in addition to its fault, for load tests. Default: 0.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>
    /// The allowed calls of a credential in a window, over all endpoints. The next call blocks it for the length of a window. Default:
    /// 1,200, like Cloudflare. 0 means no limit, for load tests.
    /// </summary>
    public int RateLimit { get; set; } = DefaultRateLimit;

    /// <summary>The window of <see cref="RateLimit"/>, from a credential's first call: at least 1 second. Default: 5 minutes.</summary>
    public TimeSpan RateLimitWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The number of Spectrum applications of a zone, of which the first three have traffic. Default: 3.</summary>
    public int SpectrumApps { get; set; } = 3;

    /// <summary>
    /// Whether each credential gets Spectrum data of its own, made from the credential, so that an answer tells whose it is, and whether
    /// calls are counted by credential (<see cref="Calls.CallLog.Count(SandboxEndpoint, string, string)"/>). Radar's data is public, and
    /// stays the same for all. Default: false.
    /// </summary>
    public bool Canaries { get; set; }
}
