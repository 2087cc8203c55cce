using StackExchange.Redis;

namespace Gateway.Caching.Redis;

/// <summary>The kinds of Redis errors that an operator acts on differently. The names are values of metrics and logs.</summary>
internal enum RedisErrorKind
{
    /// <summary>No reply within the operation's deadline: Redis is stopped, frozen or too slow.</summary>
    Timeout,

    /// <summary>No connection: Redis is down, or refused or closed the connection.</summary>
    Connection,

    /// <summary>A wrong password, or a user without the right to the command or the key.</summary>
    Authentication,

    /// <summary>Redis is loading its data set from disk.</summary>
    Loading,

    /// <summary>A read-only replica, or a server that can't persist writes.</summary>
    ReadOnly,

    /// <summary>Redis has reached <c>maxmemory</c> and its policy evicts no keys.</summary>
    OutOfMemory,

    /// <summary>The key holds a type other than string.</summary>
    WrongType,

    /// <summary>A part of the cluster is down, or a replica has lost its master.</summary>
    Cluster,

    Other,
}

/// <summary>Classifies the client's exceptions. Their messages can hold keys, so they are never logged.</summary>
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

    // The first word of a Redis error is its kind. While connecting, the client puts "SimpleError: " before it.
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
