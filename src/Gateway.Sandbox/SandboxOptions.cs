namespace Gateway.Sandbox;

/// <summary>Everything a sandbox depends on: it reads no other configuration, so that it can live inside any process.</summary>
public sealed record SandboxOptions
{
    internal const string DefaultUrl = "http://127.0.0.1:8787";

    /// <summary>
    /// Decides what "now" is: the default window, the lag of the newest data, the length of whatever is slow. The system's by default.
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
}
