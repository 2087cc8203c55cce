using Gateway.Caching.Redis;

namespace Gateway.Tests.Caching.Redis;

/// <summary>Redis that replies with errors.</summary>
public sealed class RefusingRedisTests : IAsyncLifetime
{
    private RedisServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        RedisServer.SkipUnlessInstalled();
        _server = await RedisServer.StartAsync();
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? default;

    [Theory]
    [InlineData("")]
    [InlineData(",password=canary-wrong")]
    public async Task With_a_wrong_password_or_none_requests_go_on(string password)
    {
        await using var locked = await RedisServer.StartAsync("--requirepass", "canary-right");
        await using var replica = await Replica.StartAsync(locked.Address + password);
        await Eventually.IsAsync(() => replica.Failures(RedisErrorKind.Authentication) > 0);
        (await replica.ReadAsync(Entries.NewKey())).ShouldBeNull();
        replica.Level.IsAnswering.ShouldBeFalse();
        replica.Log.ShouldAllBe(line => !$"{line.Message} {line.Exception}".Contains("canary"));
    }

    [Fact]
    public async Task With_another_type_under_the_key_of_the_probe_it_is_used()
    {
        await using var before = await Replica.ConnectAsync(_server.Address);
        await before.WriteAsync(Entries.NewKey(), Entries.Of("a"));
        var name = await _server.CliAsync("RANDOMKEY");
        await _server.CliAsync("LPUSH", name[..(name.LastIndexOf(':') + 1)] + "probe", "x");
        await using var replica = await Replica.ConnectAsync(_server.Address);
        await replica.WriteAsync(Entries.NewKey(), Entries.Of("a"));
    }

    [Fact]
    public async Task With_the_right_password_it_is_used()
    {
        await using var locked = await RedisServer.StartAsync("--requirepass", "canary-right");
        await using var replica = await Replica.ConnectAsync(locked.Address + ",password=canary-right");
        await replica.WriteAsync(Entries.NewKey(), Entries.Of("a"));
    }

    [Fact]
    public async Task A_password_that_is_changed_under_way_is_noticed()
    {
        await using var replica = await Replica.ConnectAsync(_server.Address);
        await _server.CliAsync("CONFIG", "SET", "requirepass", "canary-right");
        await _server.CliAsync("-a", "canary-right", "CLIENT", "KILL", "TYPE", "normal");
        await Eventually.IsAsync(async () => await replica.ReadAsync(Entries.NewKey()) is null && !replica.Level.IsAnswering);
    }

    [Fact]
    public async Task Full_it_is_still_read_and_takes_no_writes()
    {
        await using var replica = await Replica.ConnectAsync(_server.Address);
        var (key, entry) = (Entries.NewKey(), Entries.Of("a"));
        await replica.WriteAsync(key, entry);
        await _server.CliAsync("CONFIG", "SET", "maxmemory-policy", "noeviction");
        await _server.CliAsync("CONFIG", "SET", "maxmemory", "1");
        for (var write = 0; write < 20; write++)
        {
            replica.Write(Entries.NewKey(), entry);
        }

        await Eventually.IsAsync(() => replica.Failures(RedisErrorKind.OutOfMemory) == 20);
        replica.Dropped("Write").ShouldBe(20);
        replica.Level.IsAnswering.ShouldBeTrue();
        (await replica.ReadAsync(key)).ShouldBe(entry);
        await _server.CliAsync("CONFIG", "SET", "maxmemory", "0");
        await replica.WriteAsync(Entries.NewKey(), entry);
    }

    [Fact]
    public async Task A_read_only_replica_is_read_and_takes_no_writes()
    {
        await using var follower = await RedisServer.StartAsync("--replicaof", $"127.0.0.1 {_server.Port}");
        await Eventually.IsAsync(async () => (await follower.CliAsync("INFO", "replication")).Contains("master_link_status:up", StringComparison.Ordinal));
        await using var writer = await Replica.ConnectAsync(_server.Address);
        await using var reader = await Replica.ConnectAsync(follower.Address);
        var (key, entry) = (Entries.NewKey(), Entries.Of("a"));
        await writer.WriteAsync(key, entry);
        await Eventually.IsAsync(async () => await reader.ReadAsync(key) is not null);
        reader.Write(Entries.NewKey(), entry);
        await Eventually.IsAsync(() => reader.Dropped("Write") == 1);
        reader.Level.IsAnswering.ShouldBeTrue();
        (await reader.ReadAsync(key)).ShouldBe(entry);
    }

    [Fact]
    public async Task A_master_that_becomes_a_replica_is_said_to_be_read_only()
    {
        await using var other = await RedisServer.StartAsync();
        await using var replica = await Replica.ConnectAsync(_server.Address);
        await _server.CliAsync("REPLICAOF", "127.0.0.1", $"{other.Port}");
        await Eventually.IsAsync(() =>
        {
            replica.Write(Entries.NewKey(), Entries.Of("a"));
            return replica.Failures(RedisErrorKind.ReadOnly) > 0;
        });
        (await replica.ReadAsync(Entries.NewKey())).ShouldBeNull();
    }

    [Fact]
    public async Task Loading_it_is_not_used_until_it_has_loaded()
    {
        await _server.CliAsync("DEBUG", "POPULATE", "2000", "filler", "100");
        (await _server.CliAsync("SAVE")).ShouldBe("OK");
        await _server.KillAsync();
        _server.Begin("--key-load-delay", "1000", "--loading-process-events-interval-bytes", "1024");
        await Eventually.IsAsync(async () => (await _server.CliAsync("PING")).Contains("LOADING", StringComparison.Ordinal));
        await using var replica = await Replica.StartAsync(_server.Address);
        (await replica.ReadAsync(Entries.NewKey())).ShouldBeNull();
        await Eventually.IsAsync(() => replica.Failures() > 0);
        await replica.AnswersAsync();
        await replica.WriteAsync(Entries.NewKey(), Entries.Of("a"));
    }
}
