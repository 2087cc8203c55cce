namespace Gateway.Caching.Redis;

/// <summary>What is logged of Redis. Ids 300 to 399.</summary>
internal static partial class RedisLog
{
    [LoggerMessage(300, LogLevel.Information, "Redis answers; the cache is shared")]
    public static partial void Answers(ILogger logger);

    [LoggerMessage(301, LogLevel.Warning,
        "Redis: circuit opened after {Failures} failures in a row; requests go on without it, one probe every {Interval}")]
    public static partial void CircuitOpened(ILogger logger, int failures, TimeSpan interval);

    [LoggerMessage(302, LogLevel.Warning, "Redis: {Error}; requests go on without it ({Suppressed} more since this was last logged)")]
    public static partial void Failed(ILogger logger, RedisErrorKind error, long suppressed);
}
