namespace Gateway.Caching.Redis;

/// <summary>What is said of Redis. Ids 300 to 399.</summary>
internal static partial class RedisLog
{
    [LoggerMessage(300, LogLevel.Information, "Redis answers: the cache is shared")]
    public static partial void Connected(ILogger logger);

    [LoggerMessage(301, LogLevel.Warning, "Redis is left alone until it answers again; requests go on without it")]
    public static partial void Broken(ILogger logger);

    [LoggerMessage(302, LogLevel.Warning, "Redis: {Trouble}; requests go on without it ({Unsaid} more since this was last said)")]
    public static partial void Trouble(ILogger logger, RedisTrouble trouble, long unsaid);

    [LoggerMessage(303, LogLevel.Error, "The background work with Redis has ended with {Exception}, and starts again")]
    public static partial void Ended(ILogger logger, Type exception);
}
