using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Caching.Redis;

/// <summary>Replicas whose secrets differ share no cache: it is logged, once.</summary>
public sealed class OtherSecretTests
{
    [Fact]
    public async Task A_value_of_another_secret_gets_one_warning()
    {
        RedisServer.SkipUnlessInstalled();
        await using var server = await RedisServer.StartAsync();
        await using var writer = await Replica.ConnectAsync(server.Address);
        await using var reader = await Replica.ConnectAsync(server.Address, null, ("Cache:Secret", new string('7', 64)));
        var (first, second) = (Entries.NewKey(), Entries.NewKey());
        await writer.WriteAsync(first, Entries.Of("a"));
        await writer.WriteAsync(second, Entries.Of("b"));

        (await reader.ReadAsync(first)).ShouldBeNull();
        (await reader.ReadAsync(second)).ShouldBeNull();

        var warning = reader.Log.Where(record => record.Level == LogLevel.Warning).ShouldHaveSingleItem();
        warning.Message.ShouldContain("Cache:Secret");
        writer.Log.ShouldAllBe(record => record.Level < LogLevel.Warning);
    }

    /// <summary>Entries of credentials have keyed names, so that a replica with another secret never finds one.</summary>
    [Fact]
    public async Task A_replica_with_another_secret_is_told_at_its_start_though_it_finds_no_value()
    {
        RedisServer.SkipUnlessInstalled();
        await using var server = await RedisServer.StartAsync();
        await using var first = await Replica.ConnectAsync(server.Address);
        await first.StartedAsync();
        await Eventually.IsAsync(async () => await server.CliAsync("DBSIZE") == "1");

        await using var other = await Replica.ConnectAsync(server.Address, null, ("Cache:Secret", new string('7', 64)));
        await other.StartedAsync();
        await using var third = await Replica.ConnectAsync(server.Address);
        await third.StartedAsync();

        other.Log.Where(record => record.Level == LogLevel.Warning).ShouldHaveSingleItem().Message.ShouldContain("Cache:Secret");
        first.Log.Concat(third.Log).ShouldAllBe(record => record.Level < LogLevel.Warning);
    }
}
