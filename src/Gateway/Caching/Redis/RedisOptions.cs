using Gateway.Settings;
using PolyType;
using StackExchange.Redis;

namespace Gateway.Caching.Redis;

/// <summary>The <c>Redis</c> section of the configuration.</summary>
[GenerateShape]
internal sealed partial class RedisOptions
{
    public const string Section = "Redis";
    public const int MaxKeyPrefix = 64;

    /// <summary>
    /// The connection string of StackExchange.Redis: <c>host:port,host:port,user=…,password=…,ssl=true</c>
    /// (https://stackexchange.github.io/StackExchange.Redis/Configuration). One node is enough for a Redis Cluster; with
    /// <c>serviceName</c> the hosts are Sentinels. Default: none, which keeps the cache in memory only.
    /// </summary>
    /// <remarks>
    /// The defaults are <c>connectTimeout=1000,connectRetry=1,syncTimeout=1000,setlib=false</c>, no tie-breaker, no configuration channel,
    /// and an <c>asyncTimeout</c> of one second, or <see cref="OperationTimeout"/> where that is longer; <c>abortConnect</c> is always
    /// false. The least rights of a user are <c>ACL SETUSER gateway on &gt;password ~gw:* -@all +ping +getrange +setex +unlink +info
    /// +cluster|nodes +cluster|slots +client|setname +client|id</c>, with the <see cref="KeyPrefix"/> in place of <c>gw:</c>, and
    /// <c>+role</c> behind Sentinel. The client uses the commands from <c>+info</c> on only while it connects: a single Redis works without
    /// them, but notes each denied command in its <c>ACL LOG</c>.
    /// </remarks>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// The prefix of the gateway's keys; it lets environments share one Redis. 0 to 64 printable ASCII characters without spaces,
    /// <c>{</c>, <c>}</c> and <c>*</c>. Default: <c>gw:</c>.
    /// </summary>
    public string KeyPrefix { get; set; } = "gw:";

    /// <summary>The deadline of one Redis operation: 5 ms to 5 s. Default: 50 ms.</summary>
    public TimeSpan OperationTimeout { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Failures in a row that open the circuit; Redis is then unused until a probe succeeds: 1 to 100. Default: 5.</summary>
    public int BreakAfter { get; set; } = 5;

    /// <summary>
    /// How often the gateway probes Redis while the circuit is open, and reconnects while the connection is lost: 100 ms to 1 min.
    /// Default: 1 s.
    /// </summary>
    public TimeSpan ProbeInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The most writes and removals in the background queue, which drops the oldest: 1 to 100,000. Default: 1,000.</summary>
    public int QueueLength { get; set; } = 1000;

    /// <summary>The most bytes of payload in that queue; a write beyond it is dropped: 1 MiB to 1 GiB. Default: 64 MiB.</summary>
    public int QueueBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>The largest value in Redis, in bytes after compression and encryption: 1 KiB to 16 MiB. Default: 1 MiB.</summary>
    public int MaxValueBytes { get; set; } = 1024 * 1024;

    public bool IsConfigured => !string.IsNullOrWhiteSpace(ConnectionString);

    /// <summary>The gateway's defaults, overridden by the connection string.</summary>
    public ConfigurationOptions ToConfiguration()
    {
        // An empty configChannel saves the second connection. The asyncTimeout is at least the deadline: the client considers a connection
        // dead when it receives nothing for four times the asyncTimeout.
        var asyncTimeout = (int)Math.Max(1000, OperationTimeout.TotalMilliseconds);
        var defaults =
            $"connectTimeout=1000,connectRetry=1,syncTimeout=1000,asyncTimeout={asyncTimeout},setlib=false,tiebreaker=,configChannel=,";

        // CONFIG is disabled because its right lets a user read passwords. ECHO is disabled because PING does the same. The client has its
        // own list of commands for a proxy.
        var configuration = ConfigurationOptions.Parse(defaults + "$CONFIG=,$ECHO=," + ConnectionString);
        if (configuration.Proxy != Proxy.None)
        {
            configuration = ConfigurationOptions.Parse(defaults + ConnectionString);
        }

        // The gateway starts without Redis, and reconnects at a constant interval.
        configuration.AbortOnConnectFail = false;
        configuration.ReconnectRetryPolicy = new LinearRetry((int)ProbeInterval.TotalMilliseconds);

        // A backlog would make a wrong password look like a timeout.
        configuration.BacklogPolicy = BacklogPolicy.FailFast;
        return configuration;
    }

    /// <summary>Errors quote at most the name of an option of the connection string, since it holds a password.</summary>
    public static void Check(RedisOptions options, SettingErrors errors)
    {
        if (options.IsConfigured && ConnectionStringError(options) is { } error)
        {
            errors.Add(error, nameof(ConnectionString));
        }

        if (options.KeyPrefix is not { Length: <= MaxKeyPrefix } prefix
            || prefix.Any(static c => c is <= ' ' or > '~' or '{' or '}' or '*'))
        {
            errors.Add(
                "0 to 64 printable ASCII characters without spaces, `{`, `}` and `*` are wanted.", nameof(KeyPrefix));
        }

        errors.Between(options.OperationTimeout, TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(5));
        errors.Between(options.BreakAfter, 1, 100);
        errors.Between(options.ProbeInterval, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1));
        errors.Between(options.QueueLength, 1, 100_000);
        errors.Between(options.QueueBytes, 1024 * 1024, 1024 * 1024 * 1024);
        errors.Between(options.MaxValueBytes, 1024, 16 * 1024 * 1024);
        errors.NotAbove(options.MaxValueBytes, options.QueueBytes);
    }

    private static string? ConnectionStringError(RedisOptions options)
    {
        if (options.ConnectionString!.TrimStart() is var text
            && (text.StartsWith("redis://", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("rediss://", StringComparison.OrdinalIgnoreCase)))
        {
            return "It is no URL: `host:port,user=…,password=…,ssl=true` is wanted.";
        }

        try
        {
            return options.ToConfiguration().EndPoints.Count > 0 ? null : "At least one host is wanted.";
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            // The client's message can hold a value. What the client takes for an option can be the rest of a password with a comma.
            var key = (exception as ArgumentException)?.ParamName;
            var parts = options.ConnectionString!.Split(',', StringSplitOptions.TrimEntries);
            var at = Array.FindIndex(parts, part => part.Contains('=') && part.AsSpan(0, part.IndexOf('=')).TrimEnd().SequenceEqual(key));
            return at < 0 ? "StackExchange.Redis cannot read it."
                : FollowsPassword(parts, at) ? "StackExchange.Redis cannot read what follows a password, which cannot hold a comma."
                : exception is ArgumentOutOfRangeException ? $"StackExchange.Redis cannot read the value of `{key}`."
                : $"StackExchange.Redis does not know `{key}`.";
        }
    }

    /// <summary>Whether the last option before this part is a password. Parts without <c>=</c> are no options.</summary>
    private static bool FollowsPassword(string[] parts, int at) =>
        parts.Take(at).LastOrDefault(static part => part.Contains('='))?.Split('=')[0].TrimEnd()
            .EndsWith("password", StringComparison.OrdinalIgnoreCase) == true;
}
