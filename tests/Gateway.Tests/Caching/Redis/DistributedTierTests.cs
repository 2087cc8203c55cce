using System.Text;
using Gateway.Caching.Redis;
using Gateway.Caching.Secrets;
using StackExchange.Redis;
using RedisErrorKind = Gateway.Caching.Redis.RedisErrorKind;

namespace Gateway.Tests.Caching.Redis;

/// <summary>The behaviour of the distributed tier. Each kind of Redis inherits these tests.</summary>
public abstract class DistributedTierTests(RedisFixture redis) : IAsyncLifetime
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
        (one.Failures() + one.Unreadable() + one.Dropped("Write")).ShouldBe(0);
    }

    [Fact]
    public async Task Many_reads_at_once_each_get_their_own()
    {
        await using var replica = await Replica.ConnectAsync(Address);
        var keys = Enumerable.Range(0, 200).Select(_ => Entries.NewKey()).ToArray();
        await Task.WhenAll(keys.Select(key => replica.WriteAsync(key, Entries.Of(key.ToString()))));
        var read = await Task.WhenAll(Enumerable.Range(0, 5000).Select(async number =>
            (await replica.ReadAsync(keys[number % keys.Length])).Text() == keys[number % keys.Length].ToString()));
        read.ShouldAllBe(isOwn => isOwn);
    }

    [Fact]
    public async Task The_previous_key_is_used_where_the_key_has_nothing_that_opens()
    {
        await using var replica = await Replica.ConnectAsync(Address);
        var (key, previous, none) = (Entries.NewKey(), Entries.NewKey(), Entries.NewKey());
        await replica.WriteAsync(previous, Entries.Of("previous"));
        (await replica.ReadAsync(key, previous)).Text().ShouldBe("previous");
        (await replica.ReadAsync(key, none)).ShouldBeNull();
        await Database.StringSetAsync(replica.Name(key), "never sealed");
        (await replica.ReadAsync(key, previous)).Text().ShouldBe("previous");
        await Database.KeyDeleteAsync(replica.Name(key));
        await replica.WriteAsync(key, Entries.Of("current"));
        (await replica.ReadAsync(key, previous)).Text().ShouldBe("current");
    }

    [Fact]
    public async Task What_is_removed_is_gone_and_a_removal_never_overtakes_the_write_before_it()
    {
        await using var replica = await Replica.ConnectAsync(Address);
        var last = Entries.NewKey();
        var keys = Enumerable.Range(0, 100).Select(_ => Entries.NewKey()).ToArray();
        foreach (var key in keys)
        {
            replica.Write(key, Entries.Of("gone"));
            replica.Level.Remove(key);
        }

        await replica.WriteAsync(last, Entries.Of("here"));
        foreach (var key in keys)
        {
            (await Database.KeyExistsAsync(replica.Name(key))).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData(90_000, 90)]
    [InlineData(89_001, 90)]
    [InlineData(300, 1)]
    public async Task Redis_forgets_an_entry_after_its_time_to_live_in_whole_seconds(int milliseconds, int seconds)
    {
        await using var replica = await Replica.ConnectAsync(Address);
        var key = Entries.NewKey();
        replica.Level.Write(key, Entries.Of("a"), TimeSpan.FromMilliseconds(milliseconds));
        TimeSpan? left = null;
        await Eventually.IsAsync(async () => (left = await Database.KeyTimeToLiveAsync(replica.Name(key))) is not null);
        left.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromSeconds(seconds - 30), TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task What_has_no_time_to_live_is_not_written()
    {
        await using var replica = await Replica.ConnectAsync(Address);
        var key = Entries.NewKey();
        replica.Level.Write(key, Entries.Of("a"), TimeSpan.Zero);
        await replica.WriteAsync(Entries.NewKey(), Entries.Of("a"));
        replica.Failures().ShouldBe(0);
        (await Database.KeyExistsAsync(replica.Name(key))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_value_that_is_changed_or_cut_is_a_miss_and_counted()
    {
        await using var replica = await Replica.ConnectAsync(Address);
        var key = Entries.NewKey();
        await replica.WriteAsync(key, Entries.Of("a"));
        var value = (byte[])(await Database.StringGetAsync(replica.Name(key)))!;
        await Database.StringSetAsync(replica.Name(key), value[..^1]);
        (await replica.ReadAsync(key)).ShouldBeNull();
        value[^20] ^= 1;
        await Database.StringSetAsync(replica.Name(key), value);
        (await replica.ReadAsync(key)).ShouldBeNull();
        replica.Unreadable(OpenResult.NotAuthentic).ShouldBe(2);
    }

    [Fact]
    public async Task Values_that_changed_places_are_misses_and_counted()
    {
        await using var replica = await Replica.ConnectAsync(Address);
        var (one, two) = (Entries.NewKey(), Entries.NewKey());
        await replica.WriteAsync(one, Entries.Of("a"));
        await replica.WriteAsync(two, Entries.Of("b"));
        var (first, second) = (await Database.StringGetAsync(replica.Name(one)), await Database.StringGetAsync(replica.Name(two)));
        await Database.StringSetAsync(replica.Name(one), second);
        await Database.StringSetAsync(replica.Name(two), first);
        (await replica.ReadAsync(one)).ShouldBeNull();
        (await replica.ReadAsync(two)).ShouldBeNull();
        replica.Unreadable(OpenResult.NotAuthentic).ShouldBe(2);
    }

    [Fact]
    public async Task Values_that_were_never_ours_are_misses_and_counted()
    {
        await using var replica = await Replica.ConnectAsync(Address, null, ("Redis:MaxValueBytes", "100000"));
        var key = Entries.NewKey();
        foreach (var value in new[] { "x", new string('x', 1000), "\u0001" + new string('\0', 1000), (char)SealedEntry.Version + new string('\0', 1000), "\u0004" + new string('\0', 10_000_000) })
        {
            await Database.StringSetAsync(replica.Name(key), value);
            (await replica.ReadAsync(key)).ShouldBeNull();
        }

        replica.Unreadable(OpenResult.Format).ShouldBe(4);
        replica.Unreadable(OpenResult.UnknownSecret).ShouldBe(1);
    }

    [Fact]
    public async Task Another_type_under_the_key_is_a_miss_and_leaves_the_circuit_closed()
    {
        await using var replica = await Replica.ConnectAsync(Address);
        var (wrong, right) = (Entries.NewKey(), Entries.NewKey());
        await Database.ListLeftPushAsync(replica.Name(wrong), "x");
        for (var read = 0; read < 20; read++)
        {
            (await replica.ReadAsync(wrong)).ShouldBeNull();
        }

        replica.Failures(RedisErrorKind.WrongType).ShouldBe(20);
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
        replica.Write(Entries.NewKey(), Entries.Of(noise));
        await Eventually.IsAsync(() => replica.Dropped("Write") == 1);
    }

    [Theory]
    [InlineData("Redis:KeyPrefix", "staging:")]
    [InlineData("Cloudflare:BaseUrl", "https://sandbox.example/client/v4")]
    public async Task Two_environments_on_one_Redis_neither_overwrite_nor_open_each_others_values(string setting, string value)
    {
        await using var one = await Replica.ConnectAsync(Address);
        await using var two = await Replica.ConnectAsync(Address, null, (setting, value));
        var key = Entries.NewKey();
        await one.WriteAsync(key, Entries.Of("one"));
        (await two.ReadAsync(key)).ShouldBeNull();
        await two.WriteAsync(key, Entries.Of("two"));
        (await one.ReadAsync(key)).Text().ShouldBe("one");
        (await two.ReadAsync(key)).Text().ShouldBe("two");

        await Database.StringSetAsync(two.Name(key), await Database.StringGetAsync(one.Name(key)));
        (await two.ReadAsync(key)).ShouldBeNull();
        two.Unreadable(OpenResult.NotAuthentic).ShouldBe(1);
    }

    [Fact]
    public async Task While_a_secret_is_rolled_out_values_of_both_are_read()
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
        after.Unreadable(OpenResult.UnknownSecret).ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_of_a_token_a_payload_or_a_secret_stands_in_Redis()
    {
        const string Token = "canary-token-0123456789abcdefghijklmnopq";
        const string Payload = """{"canary":"payload of a caller"}""";
        var shared = new CacheSecret(Convert.FromBase64String(Replica.Secret));
        var fingerprint = shared.Identify(Gateway.Upstream.Credential.Bearer(Token)).Fingerprint;
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

public sealed class DistributedTierOnRedisTests(OneRedis redis) : DistributedTierTests(redis), IClassFixture<OneRedis>;

public sealed class DistributedTierOnRedisClusterTests(ThreeNodeRedisCluster redis) : DistributedTierTests(redis), IClassFixture<ThreeNodeRedisCluster>;
