using Gateway.Settings;
using StackExchange.Redis;

namespace Gateway.Caching.Redis;

/// <summary>The <c>Redis</c> section of the configuration.</summary>
internal sealed class RedisOptions
{
    public const string Section = "Redis";
    public const int MaxKeyPrefix = 64;

    /// <summary>
    /// Where Redis is, in the language of StackExchange.Redis: <c>host:port,host:port,user=…,password=…,ssl=true</c>
    /// (https://stackexchange.github.io/StackExchange.Redis/Configuration). Of a Cluster one node suffices; with
    /// <c>serviceName</c> the hosts are Sentinels. Default: none, and the cache is in memory alone.
    /// </summary>
    /// <remarks>
    /// The defaults are <c>connectTimeout=1000,connectRetry=1,syncTimeout=1000,setlib=false</c>, no tie-breaker, no configuration channel,
    /// and an <c>asyncTimeout</c> of a second or <see cref="OperationTimeout"/>; <c>abortConnect</c> is always false. A user needs
    /// <c>ACL SETUSER gateway on &gt;password ~gw:* -@all +ping +getrange +setex +unlink +info +cluster|nodes +cluster|slots
    /// +client|setname +client|id</c>, with the <see cref="KeyPrefix"/> in place of <c>gw:</c>, and <c>+role</c> behind Sentinel. From
    /// <c>+info</c> on the client only asks while connecting: a single Redis works without, but notes each refusal in its <c>ACL LOG</c>.
    /// </remarks>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// How the gateway's keys in Redis begin, so that environments can share one: 0 to 64 printable ASCII characters without spaces,
    /// <c>{</c>, <c>}</c> and <c>*</c>. Default: <c>gw:</c>.
    /// </summary>
    public string KeyPrefix { get; set; } = "gw:";

    /// <summary>How long a request waits for Redis: 5 ms to 5 s. Default: 50 ms.</summary>
    public TimeSpan OperationTimeout { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Failures in a row that open the circuit; Redis is then not used until a probe is answered: 1 to 100. Default: 5.</summary>
    public int BreakAfter { get; set; } = 5;

    /// <summary>
    /// How often Redis is probed while the circuit is open, and connected to while it is away: 100 ms to 1 minute. Default: 1 s.
    /// </summary>
    public TimeSpan ProbeInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Writes and removals that wait in the background, the oldest dropped first: 1 to 100,000. Default: 1,000.</summary>
    public int QueueLength { get; set; } = 1000;

    /// <summary>Bytes of payload that wait with them: 1 MiB to 1 GiB. Default: 64 MiB.</summary>
    public int QueueBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>The largest value that is written or read, as it stands in Redis: 1 KiB to 16 MiB. Default: 1 MiB.</summary>
    public int MaxValueBytes { get; set; } = 1024 * 1024;

    public bool IsConfigured => !string.IsNullOrWhiteSpace(ConnectionString);

    /// <summary>The connection string over the gateway's defaults.</summary>
    public ConfigurationOptions ToConfiguration()
    {
        // Without a configuration channel there is no second connection. The asyncTimeout is not shorter than the deadline: the client
        // takes a connection for dead when nothing came over it for four times as long.
        var asyncTimeout = (int)Math.Max(1000, OperationTimeout.TotalMilliseconds);
        var defaults =
            $"connectTimeout=1000,connectRetry=1,syncTimeout=1000,asyncTimeout={asyncTimeout},setlib=false,tiebreaker=,configChannel=,";

        // CONFIG would be a right to read passwords, and PING does what ECHO is sent for. A proxy has a list of commands of its own.
        var configuration = ConfigurationOptions.Parse(defaults + "$CONFIG=,$ECHO=," + ConnectionString);
        if (configuration.Proxy != Proxy.None)
        {
            configuration = ConfigurationOptions.Parse(defaults + ConnectionString);
        }

        // Redis that is away when the gateway starts is no reason to end, nor for a wait of longer and longer.
        configuration.AbortOnConnectFail = false;
        configuration.ReconnectRetryPolicy = new LinearRetry((int)ProbeInterval.TotalMilliseconds);

        // With a backlog a refused password looks like a timeout.
        configuration.BacklogPolicy = BacklogPolicy.FailFast;
        return configuration;
    }

    /// <summary>Of the connection string, which holds a password, at most the name of a key is told.</summary>
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
            // The client's text can hold a value, and what it takes for a key can be the rest of a password with a comma in it.
            var key = (exception as ArgumentException)?.ParamName;
            var parts = options.ConnectionString!.Split(',', StringSplitOptions.TrimEntries);
            var at = Array.FindIndex(parts, part => part.Contains('=') && part.AsSpan(0, part.IndexOf('=')).TrimEnd().SequenceEqual(key));
            return at < 0 ? "StackExchange.Redis cannot read it."
                : FollowsPassword(parts, at) ? "StackExchange.Redis cannot read what follows a password, which cannot hold a comma."
                : exception is ArgumentOutOfRangeException ? $"StackExchange.Redis cannot read the value of `{key}`."
                : $"StackExchange.Redis does not know `{key}`.";
        }
    }

    /// <summary>Whether the last option before it, past whatever is none, is a password.</summary>
    private static bool FollowsPassword(string[] parts, int at) =>
        parts.Take(at).LastOrDefault(static part => part.Contains('='))?.Split('=')[0].TrimEnd()
            .EndsWith("password", StringComparison.OrdinalIgnoreCase) == true;
}
