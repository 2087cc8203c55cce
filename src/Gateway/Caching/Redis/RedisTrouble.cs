using StackExchange.Redis;

namespace Gateway.Caching.Redis;

/// <summary>The kinds of trouble with Redis that its operators tell apart.</summary>
internal enum RedisTrouble
{
    /// <summary>Silent for longer than an operation may take: stopped, frozen, or too far away.</summary>
    Timeout,

    /// <summary>Not connected: killed, refused, cut off.</summary>
    Connection,

    /// <summary>A wrong password, or one that may not do this.</summary>
    Authentication,

    /// <summary>Reading its data set from disk.</summary>
    Loading,

    /// <summary>A replica that takes no writes, or a server that can't persist them.</summary>
    ReadOnly,

    /// <summary>Full, under a policy that evicts nothing.</summary>
    OutOfMemory,

    /// <summary>Something else stands under the key.</summary>
    WrongType,

    /// <summary>Part of a cluster, or of a replica's link to its master, is down.</summary>
    Cluster,

    Other,
}

/// <summary>Reads the kind from what the client throws; texts of the client, which can hold keys, go no further.</summary>
internal static class RedisTroubles
{
    public static RedisTrouble Of(Exception exception) => exception switch
    {
        TimeoutException => RedisTrouble.Timeout,
        RedisServerException server => Of(server.Message),
        RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure } => RedisTrouble.Authentication,
        RedisConnectionException { InnerException: { } inner } => Of(inner),
        AggregateException { InnerException: { } inner } => Of(inner),
        RedisConnectionException or ObjectDisposedException => RedisTrouble.Connection,
        RedisCommandException => RedisTrouble.ReadOnly,
        _ => RedisTrouble.Other,
    };

    // The first word of an error reply names its kind.
    private static RedisTrouble Of(string reply) => reply.AsSpan(0, Math.Max(0, reply.IndexOf(' '))) switch
    {
        "NOAUTH" or "WRONGPASS" or "NOPERM" => RedisTrouble.Authentication,
        "LOADING" => RedisTrouble.Loading,
        "READONLY" or "MISCONF" or "NOREPLICAS" => RedisTrouble.ReadOnly,
        "OOM" => RedisTrouble.OutOfMemory,
        "WRONGTYPE" => RedisTrouble.WrongType,
        "CLUSTERDOWN" or "MASTERDOWN" or "MOVED" or "ASK" or "TRYAGAIN" => RedisTrouble.Cluster,
        _ => RedisTrouble.Other,
    };
}
