namespace Gateway.Tests.Caching.Redis;

/// <summary>A Redis for all tests of a class. The first test starts it, because only a test can be skipped.</summary>
public abstract class RedisFixture : IAsyncDisposable
{
    private IAsyncDisposable? _redis;

    /// <summary>What StackExchange.Redis connects to.</summary>
    public string Address { get; private set; } = "";

    public async Task StartAsync()
    {
        if (_redis is null)
        {
            (_redis, Address) = await StartRedisAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_redis is not null)
        {
            await _redis.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private protected abstract Task<(IAsyncDisposable Redis, string Address)> StartRedisAsync();
}

public sealed class OneRedis : RedisFixture
{
    internal RedisServer Server { get; private set; } = null!;

    private protected override async Task<(IAsyncDisposable Redis, string Address)> StartRedisAsync()
    {
        Server = await RedisServer.StartAsync();
        return (Server, Server.Address);
    }
}

public sealed class ThreeNodeRedisCluster : RedisFixture
{
    private protected override async Task<(IAsyncDisposable Redis, string Address)> StartRedisAsync()
    {
        var cluster = await RedisCluster.StartAsync();
        return (cluster, cluster.Address);
    }
}
