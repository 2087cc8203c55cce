using System.Text;
using Gateway.Caching;
using Gateway.Caching.Redis;
using Gateway.Caching.Secrets;
using Gateway.Tests.Cloudflare;
using StackExchange.Redis;

namespace Gateway.Tests.Caching.Redis;

/// <summary>What level two does, whatever kind of Redis it stands on.</summary>
public abstract class SecondLevelTests(RedisFixture redis) : IAsyncLifetime
{
    private ConnectionMultiplexer _redis = null!;

    private string Address => redis.Address;

    private IDatabase Database => _redis.GetDatabase();

    public async ValueTask InitializeAsync()
    {
        RedisServer.SkipUnlessInstalled();
        await redis.StartAsync();
        _redis = await ConnectionMultiplexer.ConnectAsync(Address + ",allowAdmin=true,syncTimeout=30000");
        foreach (var endpoint in _redis.GetEndPoints())
        {
            await _redis.GetServer(endpoint).FlushDatabaseAsync();
        }
    }

    public ValueTask DisposeAsync()
    {
        _redis?.Close(allowCommandsToComplete: false);
        GC.SuppressFinalize(this);
        return default;
    }

    [Fact]
    public async Task What_one_replica_writes_another_reads()
    {
        await using var one = await Replica.ConnectAsync(Address);
        await using var two = await Replica.ConnectAsync(Address);
        foreach (var length in new[] { 0, 10, 100_000 })
        {
            var (key, entry) = (Entries.NewKey(), Entries.Of(new string('x', length)));
            await one.WriteAsync(key, entry);
            (await two.ReadAsync(key)).ShouldBe(entry);
        }

        (await one.ReadAsync(Entries.NewKey())).ShouldBeNull();
        one.Counts.Keys.ShouldBe(["gateway.redis.connections"]);
    }

    [Fact]
    public async Task Many_reads_at_once_each_get_their_own()
    {
        await using var replica = await Replica.ConnectAsync(Address);
        var keys = Enumerable.Range(0, 200).Select(_ => Entries.NewKey()).ToArray();
        await Task.WhenAll(keys.Select(key => replica.WriteAsync(key, Entries.Of(key.ToString()))));
        var read = await Task.WhenAll(Enumerable.Range(0, 5000).Select(async number =>
        {
            var key = keys[number % keys.Length];
            return await replica.ReadAsync(key) is not { } entry || Encoding.UTF8.GetString(entry.Payload.Span) == key.ToString();
        }));
        read.ShouldAllBe(isOwn => isOwn);
    }

    [Fact]
    public async Task What_is_removed_is_gone_and_a_removal_never_overtakes_the_write_before_it()
    {
        await using var replica = await Replica.ConnectAsync(Address);
        var last = Entries.NewKey();
        var keys = Enumerable.Range(0, 100).Select(_ => Entries.NewKey()).ToArray();
        foreach (var key in keys)
        {
            replica.Level.Write(key, Entries.Of("gone"));
            replica.Level.Remove(key);
        }

        await replica.WriteAsync(last, Entries.Of("here"));
        foreach (var key in keys)
        {
            (await Database.KeyExistsAsync(Name(key))).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Redis_forgets_an_entry_when_its_last_time_has_come()
    {
        await using var replica = await Replica.ConnectAsync(Address);
        var (key, entry) = (Entries.NewKey(), Entries.Of("a"));
        await replica.WriteAsync(key, entry);
        var expiry = await Database.KeyTimeToLiveAsync(Name(key));
        expiry.ShouldNotBeNull();
        (DateTimeOffset.UtcNow + expiry.Value).ShouldBe(entry.StaleUntil, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_value_with_one_bit_changed_is_a_miss_and_counted()
    {
        await using var replica = await Replica.ConnectAsync(Address);
        var key = Entries.NewKey();
        await replica.WriteAsync(key, Entries.Of("a"));
        var value = (byte[])(await Database.StringGetAsync(Name(key)))!;
        value[^20] ^= 1;
        await Database.StringSetAsync(Name(key), value);
        (await replica.ReadAsync(key)).ShouldBeNull();
        replica.Count("gateway.redis.unreadable NotAuthentic").ShouldBe(1);
    }

    [Fact]
    public async Task A_value_copied_to_another_key_is_a_miss_and_counted()
    {
        await using var replica = await Replica.ConnectAsync(Address);
        var (mine, other) = (Entries.NewKey(), Entries.NewKey());
        await replica.WriteAsync(mine, Entries.Of("a"));
        await Database.StringSetAsync(Name(other), await Database.StringGetAsync(Name(mine)));
        (await replica.ReadAsync(other)).ShouldBeNull();
        (await replica.ReadAsync(mine)).ShouldNotBeNull();
        replica.Count("gateway.redis.unreadable NotAuthentic").ShouldBe(1);
    }

    [Fact]
    public async Task An_old_value_put_back_after_its_times_is_a_miss_and_counted()
    {
        var time = new FrozenTime(DateTimeOffset.UtcNow);
        await using var replica = await Replica.ConnectAsync(Address, time);
        var key = Entries.NewKey();
        await replica.WriteAsync(key, Entries.Of("a", time.Now));
        await Database.KeyPersistAsync(Name(key));
        time.Now += TimeSpan.FromHours(1);
        (await replica.ReadAsync(key)).ShouldBeNull();
        replica.Count("gateway.redis.unreadable Expired").ShouldBe(1);
    }

    [Fact]
    public async Task Values_that_were_never_ours_are_misses_and_counted()
    {
        await using var replica = await Replica.ConnectAsync(Address, null, ("Redis:MaxValueBytes", "100000"));
        var key = Entries.NewKey();
        foreach (var value in new[] { "x", new string('x', 1000), "\u0001" + new string('\0', 1000), new string('x', 10_000_000) })
        {
            await Database.StringSetAsync(Name(key), value);
            (await replica.ReadAsync(key)).ShouldBeNull();
        }

        replica.Count("gateway.redis.unreadable Format").ShouldBe(3);
        replica.Count("gateway.redis.unreadable UnknownSecret").ShouldBe(1);
    }

    [Fact]
    public async Task Another_type_under_the_key_is_a_miss_and_leaves_the_rest_in_use()
    {
        await using var replica = await Replica.ConnectAsync(Address);
        var (wrong, right) = (Entries.NewKey(), Entries.NewKey());
        await Database.ListLeftPushAsync(Name(wrong), "x");
        for (var read = 0; read < 20; read++)
        {
            (await replica.ReadAsync(wrong)).ShouldBeNull();
        }

        replica.Count("gateway.redis.failures WrongType").ShouldBe(20);
        replica.Level.IsAnswering.ShouldBeTrue();
        await replica.WriteAsync(right, Entries.Of("a"));
        await replica.WriteAsync(wrong, Entries.Of("a"));
    }

    [Fact]
    public async Task What_is_too_large_is_not_written()
    {
        await using var replica = await Replica.ConnectAsync(Address, null, ("Redis:MaxValueBytes", "1024"));
        var noise = new byte[1024];
        new Random(1).NextBytes(noise);
        replica.Level.Write(Entries.NewKey(), Entries.Of(noise));
        await Eventually.IsAsync(() => replica.Count("gateway.redis.dropped Write") == 1);
    }

    [Fact]
    public async Task Replicas_hear_what_has_ended_and_nobody_hears_himself_or_a_forger()
    {
        await using var one = await Replica.ConnectAsync(Address);
        await using var two = await Replica.ConnectAsync(Address);
        await using var stranger = await Replica.ConnectAsync(Address, null, ("Cache:Secret", Convert.ToHexString(new byte[32])));
        var (first, second) = (Entries.NewKey(), Entries.NewKey());
        stranger.Level.Announce(Entries.NewKey());
        await Database.PublishAsync(new RedisChannel(KeyNames.Ended, RedisChannel.PatternMode.Literal), "noise");
        await Eventually.IsAsync(() => two.Count("gateway.redis.unreadable Announcement") == 2);

        one.Level.Announce(first);
        two.Level.Announce(second);
        await Eventually.IsAsync(() => !one.Heard.IsEmpty && !two.Heard.IsEmpty);
        two.Heard.ShouldBe([first]);
        one.Heard.ShouldBe([second]);
        stranger.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task While_a_secret_is_rolled_out_both_sides_are_read_and_heard()
    {
        var fresh = Convert.ToHexString(new byte[32]);
        await using var before = await Replica.ConnectAsync(Address);
        await using var rolling = await Replica.ConnectAsync(Address, null, ("Cache:Secret", fresh), ("Cache:PreviousSecret", Replica.Secret));
        await using var after = await Replica.ConnectAsync(Address, null, ("Cache:Secret", fresh));
        var (old, young) = (Entries.NewKey(), Entries.NewKey());
        await before.WriteAsync(old, Entries.Of("old"));
        await rolling.WriteAsync(young, Entries.Of("young"));

        (await rolling.ReadAsync(old)).ShouldNotBeNull();
        (await after.ReadAsync(young)).ShouldNotBeNull();
        (await after.ReadAsync(old)).ShouldBeNull();
        (await before.ReadAsync(young)).ShouldBeNull();
        after.Count("gateway.redis.unreadable UnknownSecret").ShouldBe(1);

        rolling.Level.Announce(old);
        before.Level.Announce(young);
        await Eventually.IsAsync(() => before.Heard.Contains(old) && after.Heard.Contains(old) && rolling.Heard.Contains(young));
    }

    [Fact]
    public async Task Nothing_of_a_token_a_payload_or_a_secret_stands_in_Redis()
    {
        const string Token = "canary-token-0123456789abcdefghijklmnopq";
        const string Payload = """{"canary":"payload of a caller"}""";
        var fingerprint = Gateway.Cloudflare.Credential.Bearer(Token).Fingerprint(new CacheSecret(Convert.FromBase64String(Replica.Secret)).FingerprintKey);
        var key = Entries.Key(fingerprint.ToString());
        await using var replica = await Replica.ConnectAsync(Address);
        await replica.WriteAsync(key, Entries.Of(Payload));
        await replica.WriteAsync(Entries.NewKey(), Entries.Of(string.Concat(Enumerable.Repeat(Payload, 100)) + Token));

        // All of it waits on one thread: what follows an answer would run on the client's reader, and a scan would wait there for itself.
        var found = await Task.Run(() => _redis.GetEndPoints()
            .SelectMany(endpoint => _redis.GetServer(endpoint).Keys(pattern: "gw:*"))
            .SelectMany(name => new[] { (byte[])name!, (byte[]?)Database.StringGet(name) ?? [] })
            .ToList());

        found.Count.ShouldBe(4);
        foreach (var secret in new[] { Token, Payload, Replica.Secret })
        {
            foreach (var form in Forms(secret))
            {
                found.Count(bytes => bytes.AsSpan().IndexOf(form) >= 0).ShouldBe(0);
            }
        }
    }

    private static RedisKey Name(CacheKey key) => KeyNames.Of(key);

    /// <summary>Raw, in hex and in base64 at each of its three alignments, each cut to its beginning.</summary>
    private static IEnumerable<byte[]> Forms(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret[..8]);
        yield return bytes;
        yield return Encoding.ASCII.GetBytes(Convert.ToHexString(bytes));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes));
        for (var offset = 0; offset < 3; offset++)
        {
            yield return Encoding.ASCII.GetBytes(Convert.ToBase64String([.. new byte[offset], .. bytes])[(offset == 0 ? 0 : 4)..8]);
        }
    }
}

public sealed class SecondLevelOnRedisTests(OneRedis redis) : SecondLevelTests(redis), IClassFixture<OneRedis>;

public sealed class SecondLevelOnRedisClusterTests(ThreeNodeRedisCluster redis) : SecondLevelTests(redis), IClassFixture<ThreeNodeRedisCluster>;
