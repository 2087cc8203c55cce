using StackExchange.Redis;

namespace Gateway.Caching.Redis;

/// <summary>The kinds of errors that operators of Redis tell apart.</summary>
internal enum RedisErrorKind
{
    /// <summary>No reply within the operation's deadline: stopped, frozen, or too far away.</summary>
    Timeout,

    /// <summary>Not connected: killed, refused, cut off.</summary>
    Connection,

    /// <summary>A wrong password, or a user that may not run the command or touch the key.</summary>
    Authentication,

    /// <summary>Loading its data set from disk.</summary>
    Loading,

    /// <summary>A replica that takes no writes, or a server that cannot persist them.</summary>
    ReadOnly,

    /// <summary>Full, under a policy that evicts nothing.</summary>
    OutOfMemory,

    /// <summary>The key holds another type than a string.</summary>
    WrongType,

    /// <summary>Part of a cluster, or of a replica's link to its master, is down.</summary>
    Cluster,

    Other,
}

/// <summary>Classifies what the client throws. The client's texts, which can hold keys, go no further.</summary>
internal static class RedisErrorKinds
{
    public static RedisErrorKind Of(Exception exception) => exception switch
    {
        TimeoutException => RedisErrorKind.Timeout,
        RedisServerException server => Of(server.Message),
        RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure } => RedisErrorKind.Authentication,
        RedisConnectionException { InnerException: { } inner } when Of(inner) is not RedisErrorKind.Other and var kind => kind,
        RedisConnectionException or ObjectDisposedException => RedisErrorKind.Connection,
        RedisCommandException => RedisErrorKind.ReadOnly,
        _ => RedisErrorKind.Other,
    };

    // The first word of an error reply is its kind; to those it gets while connecting the client adds one of its own.
    private static RedisErrorKind Of(string reply) => reply.Replace("SimpleError: ", "", StringComparison.Ordinal).Split(' ', 2)[0] switch
    {
        "NOAUTH" or "WRONGPASS" or "NOPERM" => RedisErrorKind.Authentication,
        "LOADING" => RedisErrorKind.Loading,
        "READONLY" or "MISCONF" or "NOREPLICAS" => RedisErrorKind.ReadOnly,
        "OOM" => RedisErrorKind.OutOfMemory,
        "WRONGTYPE" => RedisErrorKind.WrongType,
        "CLUSTERDOWN" or "MASTERDOWN" or "MOVED" or "ASK" or "TRYAGAIN" => RedisErrorKind.Cluster,
        _ => RedisErrorKind.Other,
    };
}
