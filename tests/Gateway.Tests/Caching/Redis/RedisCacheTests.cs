using System.Security.Cryptography;
using Gateway.Caching;
using Gateway.Tests.Spectrum;
using StackExchange.Redis;

namespace Gateway.Tests.Caching.Redis;

/// <summary>The cache's behaviour as callers see it, with Redis as L2.</summary>
public abstract class RedisCacheBehaviour(RedisFixture redis) : ReplicaBehaviour
{
    // As many as the test with the most replicas starts.
    private const int Connections = 4;

    private readonly Queue<Replica> _ready = [];
    private readonly List<Replica> _connected = [];

    public override async ValueTask InitializeAsync()
    {
        await redis.StartAsync();

        // Each test has its own secret, so tests don't share entries.
        var secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        for (var i = 0; i < Connections; i++)
        {
            _connected.Add(await Replica.ConnectAsync(redis.Address, new ClockOf(Time), ("Cache:Secret", secret)));
            _ready.Enqueue(_connected[i]);
        }

        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var replica in _connected)
        {
            await replica.DisposeAsync();
        }

        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Spectrums_keys_of_two_tokens_are_disjoint()
    {
        var before = await KeysAsync();
        (await Gateway.SpectrumAsync("a-token-of-this-test-alone", Settled)).ShouldSucceed();
        await SettleAsync();
        var first = await KeysAsync();
        (await Gateway.SpectrumAsync("another-token-of-this-test-alone", Settled)).ShouldSucceed();
        await SettleAsync();
        var second = await KeysAsync();

        // An entry for each token, and the marks by which the test knew that they were written.
        first.Except(before).Count().ShouldBe(1 + Connections);
        second.Except(first).Count().ShouldBe(1 + Connections);
    }

    // All of it waits on this thread: what follows an answer would run on the client's reader, and a scan would wait there for itself.
    private Task<HashSet<string>> KeysAsync() => Task.Run(() =>
    {
        using var client = ConnectionMultiplexer.Connect(redis.Address + ",syncTimeout=30000");
        return client.GetEndPoints().SelectMany(node => client.GetServer(node).Keys()).Select(key => (string)key!).ToHashSet();
    });

    private protected override IDistributedTier Connect(TimeProvider time) => _ready.Dequeue().Level;

    /// <summary>Each replica works in order: when a last write can be read, all before it is done.</summary>
    private protected override async Task SettleAsync()
    {
        foreach (var replica in _connected)
        {
            var mark = CacheKey.Read(RandomNumberGenerator.GetBytes(CacheKey.Size));
            await replica.WriteAsync(mark, new StoredEntry(Time.GetUtcNow(), default));
        }
    }

    private protected Task ConnectedAsync() => Task.WhenAll(_connected.Select(static replica => replica.AnswersAsync()));

    /// <summary>The test's clock, with timers that go by the real one: those wait for Redis, which knows no other.</summary>
    private sealed class ClockOf(TimeProvider time) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => time.GetUtcNow();
    }
}

public sealed class OneRedisCacheTests(OneRedis redis) : RedisCacheBehaviour(redis), IClassFixture<OneRedis>
{
    [Fact]
    public Task A_refusal_while_Redis_is_away_ends_the_answers_of_the_other_replica_within_its_lease() =>
        RefuseWhileAwayAsync(() => redis.Server.KillAsync(), async () =>
        {
            await redis.Server.StartAgainAsync();
            await ConnectedAsync();
        });
}

public sealed class RedisClusterCacheTests(ThreeNodeRedisCluster redis) : RedisCacheBehaviour(redis), IClassFixture<ThreeNodeRedisCluster>;
