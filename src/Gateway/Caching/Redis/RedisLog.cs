namespace Gateway.Caching.Redis;

/// <summary>Log lines about Redis. Event ids 300 to 399.</summary>
internal static partial class RedisLog
{
    [LoggerMessage(300, LogLevel.Information, "Redis answers; replicas share the cache")]
    public static partial void Answers(ILogger logger);

    [LoggerMessage(301, LogLevel.Warning,
        "Redis: circuit opened after {Failures} failures in a row; serving from memory and Cloudflare, probing Redis every {Interval}")]
    public static partial void CircuitOpened(ILogger logger, int failures, TimeSpan interval);

    [LoggerMessage(303, LogLevel.Warning,
        "Redis: another replica encrypts with a secret that this one does not have, so they share no cache. Give all replicas the same "
        + "Cache:Secret; while a new one is rolled out, this is expected")]
    public static partial void OtherSecret(ILogger logger);

    [LoggerMessage(302, LogLevel.Warning,
        "Redis: an operation failed ({Error}); serving from memory and Cloudflare ({Suppressed} more failures since this was last logged)")]
    public static partial void Failed(ILogger logger, RedisErrorKind error, long suppressed);
}
