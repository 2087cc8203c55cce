namespace Gateway.Caching.Redis;

/// <summary>Log lines about Redis. Event ids 300 to 399.</summary>
internal static partial class RedisLog
{
    [LoggerMessage(300, LogLevel.Information, "Redis answers; replicas share the cache")]
    public static partial void Answers(ILogger logger);

    [LoggerMessage(301, LogLevel.Warning,
        "Redis: circuit opened after {Failures} failures in a row; serving from memory and Cloudflare, probing Redis every {Interval}")]
    public static partial void CircuitOpened(ILogger logger, int failures, TimeSpan interval);

    [LoggerMessage(302, LogLevel.Warning,
        "Redis: an operation failed ({Error}); serving from memory and Cloudflare ({Suppressed} more failures since this was last logged)")]
    public static partial void Failed(ILogger logger, RedisErrorKind error, long suppressed);
}
