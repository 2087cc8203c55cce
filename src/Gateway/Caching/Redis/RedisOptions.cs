using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Gateway.Caching.Redis;

/// <summary>The <c>Redis</c> section of the configuration.</summary>
internal sealed class RedisOptions
{
    public const string Section = "Redis";

    /// <summary>
    /// Where Redis is, as StackExchange.Redis documents it: <c>host:port,host:port,password=…,ssl=true</c>. Several nodes of a
    /// Cluster may be named, and one suffices. Default: none, and the cache is in memory alone.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>How long a request waits for Redis: 5 ms to 5 s. Default: 50 ms.</summary>
    public TimeSpan OperationTimeout { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Failures in a row after which Redis is left alone until it answers a probe: 1 to 100. Default: 5.</summary>
    public int BreakAfter { get; set; } = 5;

    /// <summary>How often Redis is probed, and connected to while it is away: 100 ms to 1 minute. Default: 1 s.</summary>
    public TimeSpan ProbeInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Writes, removals and announcements that wait in the background, the oldest dropped first: 1 to 100,000. Default: 1,000.</summary>
    public int QueueLength { get; set; } = 1000;

    /// <summary>Bytes of payload that wait with them: 1 MiB to 1 GiB. Default: 64 MiB.</summary>
    public int QueueBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>The largest value that is written or read, as it stands in Redis: 1 KiB to 16 MiB. Default: 1 MiB.</summary>
    public int MaxValueBytes { get; set; } = 1024 * 1024;

    public bool IsConfigured => !string.IsNullOrWhiteSpace(ConnectionString);

    /// <summary>Settings that matter here have defaults of their own, which the connection string overrides.</summary>
    /// <remarks>Whether Redis is there when the gateway starts is never a reason to abort: the guard connects again and again.</remarks>
    public ConfigurationOptions ToConfiguration()
    {
        var configuration = ConfigurationOptions.Parse("connectTimeout=1000,connectRetry=1,syncTimeout=1000," + ConnectionString);
        configuration.AbortOnConnectFail = false;

        // With a backlog a refused password looks like a time-out.
        configuration.BacklogPolicy = BacklogPolicy.FailFast;
        return configuration;
    }
}

/// <summary>Holds the options to their bounds when the gateway starts; the connection string, which holds a password, is never repeated.</summary>
internal sealed class RedisOptionsValidator : IValidateOptions<RedisOptions>
{
    public ValidateOptionsResult Validate(string? name, RedisOptions options)
    {
        var failures = new ValidateOptionsResultBuilder();
        if (options.IsConfigured && !IsConnectionString(options))
        {
            failures.AddError("This is no connection string of StackExchange.Redis with at least one endpoint.", Key(nameof(options.ConnectionString)));
        }

        Between(nameof(options.OperationTimeout), options.OperationTimeout, TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(5));
        Between(nameof(options.BreakAfter), options.BreakAfter, 1, 100);
        Between(nameof(options.ProbeInterval), options.ProbeInterval, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1));
        Between(nameof(options.QueueLength), options.QueueLength, 1, 100_000);
        Between(nameof(options.QueueBytes), options.QueueBytes, 1024 * 1024, 1024 * 1024 * 1024);
        Between(nameof(options.MaxValueBytes), options.MaxValueBytes, 1024, 16 * 1024 * 1024);
        return failures.Build();

        void Between<T>(string property, T value, T least, T most)
            where T : IComparable<T>, IFormattable
        {
            if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            {
                failures.AddError(FormattableString.Invariant($"{value} is not between {least} and {most}."), Key(property));
            }
        }

        static string Key(string property) => $"{RedisOptions.Section}:{property}";
    }

    private static bool IsConnectionString(RedisOptions options)
    {
        try
        {
            return options.ToConfiguration().EndPoints.Count > 0;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            return false;
        }
    }
}
