using Gateway.Tests.Caching.Redis;
using StackExchange.Redis;

namespace Trust.Tests.Isolation;

/// <summary>Does to the values in Redis what somebody could who can write to it, and cuts connections.</summary>
internal sealed class RedisChaos : IAsyncDisposable
{
    private const string Swap =
        "local a = redis.call('RANDOMKEY') local b = redis.call('RANDOMKEY') if a and a ~= b then "
        + "redis.call('RENAME', a, 'swap') redis.call('RENAME', b, a) redis.call('RENAME', 'swap', b) return 1 end return 0";

    private const string Copy =
        "local a = redis.call('RANDOMKEY') local b = redis.call('RANDOMKEY') if a and a ~= b then "
        + "redis.call('COPY', a, b, 'REPLACE') return 1 end return 0";

    private const string Cut =
        "local a = redis.call('RANDOMKEY') if a then local value = redis.call('GET', a) "
        + "redis.call('SET', a, string.sub(value, 1, math.floor(#value * tonumber(ARGV[1]))), 'KEEPTTL') return 1 end return 0";

    private readonly ConnectionMultiplexer _redis;
    private int _changes;

    private RedisChaos(ConnectionMultiplexer redis) => _redis = redis;

    /// <summary>How many values were changed.</summary>
    public int Changes => _changes;

    /// <summary>The server must have the option of debug commands, and the connection may do everything.</summary>
    public static async Task<RedisChaos> ConnectAsync(RedisServer server) =>
        new(await ConnectionMultiplexer.ConnectAsync($"{server.Address},allowAdmin=true,syncTimeout=30000,asyncTimeout=30000"));

    public async Task StrikeAsync(Random random)
    {
        var database = _redis.GetDatabase();
        var result = random.Next(200) switch
        {
            < 120 => await database.ScriptEvaluateAsync(Swap),
            < 160 => await database.ScriptEvaluateAsync(Copy),
            < 199 => await database.ScriptEvaluateAsync(Cut, values: [random.NextDouble()]),
            // Rarely: it takes the gateway a second until it reads again.
            _ => await database.ExecuteAsync("CLIENT", "KILL", "TYPE", "normal"),
        };
        Interlocked.Add(ref _changes, (int)result > 0 ? 1 : 0);
    }

    /// <summary>How often a command ran since the start.</summary>
    public async Task<long> CallsAsync(string command)
    {
        var stats = (string?)await _redis.GetDatabase().ExecuteAsync("INFO", "commandstats") ?? "";
        var prefix = $"cmdstat_{command}:calls=";
        return stats.Split('\n').Where(line => line.StartsWith(prefix, StringComparison.Ordinal))
            .Select(line => long.Parse(line[prefix.Length..line.IndexOf(',')], System.Globalization.CultureInfo.InvariantCulture)).Sum();
    }

    public ValueTask DisposeAsync() => _redis.DisposeAsync();
}
