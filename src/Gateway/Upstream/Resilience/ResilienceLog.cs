namespace Gateway.Upstream.Resilience;

/// <summary>Log lines about circuits and rejected calls. Event ids 1010 to 1019.</summary>
internal static partial class ResilienceLog
{
    [LoggerMessage(1010, LogLevel.Warning,
        "Circuit to Cloudflare's {Endpoint} API opened: most calls fail. Probing with one call at a time; see www.cloudflarestatus.com")]
    public static partial void Opened(ILogger logger, string endpoint);

    [LoggerMessage(1011, LogLevel.Debug, "Circuit to Cloudflare's {Endpoint} API is half-open: one call probes it")]
    public static partial void Probing(ILogger logger, string endpoint);

    [LoggerMessage(1012, LogLevel.Information, "Circuit to Cloudflare's {Endpoint} API closed: a probe succeeded")]
    public static partial void Closed(ILogger logger, string endpoint);

    [LoggerMessage(1013, LogLevel.Warning,
        "Call to Cloudflare's {Endpoint} API rejected without being sent: {Reason}, by a {Class} credential "
            + "({Suppressed} more since this was last logged)")]
    public static partial void Rejected(ILogger logger, string endpoint, Rejection reason, string @class, long suppressed);
}
