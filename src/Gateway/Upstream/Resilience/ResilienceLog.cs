namespace Gateway.Upstream.Resilience;

/// <summary>What is said of an API that is down. Ids 1010 to 1019.</summary>
internal static partial class ResilienceLog
{
    [LoggerMessage(1010, LogLevel.Warning, "Most calls to {Endpoint} fail: it is left alone, but for one call at a time that probes it")]
    public static partial void Opened(ILogger logger, string endpoint);

    [LoggerMessage(1011, LogLevel.Debug, "A call probes whether {Endpoint} is back")]
    public static partial void Probing(ILogger logger, string endpoint);

    [LoggerMessage(1012, LogLevel.Information, "{Endpoint} answers again")]
    public static partial void Closed(ILogger logger, string endpoint);
}
