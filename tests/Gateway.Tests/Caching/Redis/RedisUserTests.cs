using Gateway.Caching.Redis;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Caching.Redis;

/// <summary>A Redis user with exactly the rights that <see cref="RedisOptions.ConnectionString"/> documents.</summary>
public sealed class RedisUserTests
{
    private const string Rights = "+ping +getrange +setex +unlink +info +cluster|nodes +cluster|slots +client|setname +client|id";

    [Theory]
    [InlineData("")]
    [InlineData(",protocol=resp2")]
    public async Task With_the_documented_rights_everything_works_over_one_connection_and_Redis_refuses_nothing(string options)
    {
        RedisServer.SkipUnlessInstalled();
        await using var server = await RedisServer.StartAsync();
        await GrantAsync(server, Rights);
        await using var replica = await Replica.ConnectAsync(server.Address + ",user=gateway,password=canary" + options);
        await UseAsync(replica);
        var connection = (await ConnectionsAsync(server)).ShouldHaveSingleItem();

        // A reconnection needs the same rights.
        await server.CliAsync("CLIENT", "KILL", "USER", "gateway");
        await Eventually.IsAsync(async () => (await ConnectionsAsync(server)) is [var next] && next != connection);
        await replica.WriteAsync(Entries.NewKey(), Entries.Of("a"));
        (await server.CliAsync("ACL", "LOG")).ShouldBe("");
    }

    [Fact]
    public async Task With_the_documented_rights_a_Cluster_works_too()
    {
        RedisServer.SkipUnlessInstalled();
        await using var cluster = await RedisCluster.StartAsync();
        foreach (var node in cluster.Nodes)
        {
            await GrantAsync(node, Rights);
        }

        await using var replica = await Replica.ConnectAsync(cluster.Nodes[0].Address + ",user=gateway,password=canary");
        for (var key = 0; key < 20; key++)
        {
            await UseAsync(replica);
        }

        foreach (var node in cluster.Nodes)
        {
            (await node.CliAsync("ACL", "LOG")).ShouldBe("");
        }
    }

    [Theory]
    [InlineData("+getrange")]
    [InlineData("+ping")]
    public async Task Without_a_right_that_is_needed_it_is_said_not_to_be_permitted(string missing)
    {
        RedisServer.SkipUnlessInstalled();
        await using var server = await RedisServer.StartAsync();
        await GrantAsync(server, Rights.Replace(missing, "", StringComparison.Ordinal));
        await using var replica = await Replica.StartAsync(server.Address + ",user=gateway,password=canary");
        await Eventually.IsAsync(() => replica.Failures(RedisErrorKind.Authentication) > 0);
        replica.Level.IsAnswering.ShouldBeFalse();
    }

    [Theory]
    [InlineData("+setex", "Write")]
    [InlineData("+unlink", "Remove")]
    public async Task Without_the_right_to_write_or_remove_it_is_still_read(string missing, string command)
    {
        RedisServer.SkipUnlessInstalled();
        await using var server = await RedisServer.StartAsync();
        await GrantAsync(server, Rights.Replace(missing, "", StringComparison.Ordinal));
        await using var replica = await Replica.ConnectAsync(server.Address + ",user=gateway,password=canary");
        replica.Write(Entries.NewKey(), Entries.Of("a"));
        replica.Level.Remove(Entries.NewKey());
        await Eventually.IsAsync(() => replica.Dropped(command) == 1);
        replica.Failures(RedisErrorKind.Authentication).ShouldBe(1);
        (await replica.ReadAsync(Entries.NewKey())).ShouldBeNull();
        replica.Level.IsAnswering.ShouldBeTrue();
    }

    /// <summary>The ids of the user's connections.</summary>
    private static async Task<string[]> ConnectionsAsync(RedisServer server) =>
        [.. (await server.CliAsync("CLIENT", "LIST")).Split('\n').Where(line => line.Contains("user=gateway ", StringComparison.Ordinal)).Select(line => line.Split(' ')[0])];

    private static async Task GrantAsync(RedisServer server, string rights) =>
        (await server.CliAsync(["ACL", "SETUSER", "gateway", "on", ">canary", "~gw:*", "-@all", .. rights.Split(' ', StringSplitOptions.RemoveEmptyEntries)])).ShouldBe("OK");

    private static async Task UseAsync(Replica replica)
    {
        var (key, entry) = (Entries.NewKey(), Entries.Of("a"));
        await replica.WriteAsync(key, entry);
        (await replica.ReadAsync(Entries.NewKey(), key)).ShouldBe(entry);
        replica.Level.Remove(key);
        await Eventually.IsAsync(async () => await replica.ReadAsync(key) is null);
        (replica.Failures() + replica.Dropped("Write") + replica.Dropped("Remove")).ShouldBe(0);
        replica.Log.Where(line => line.Level > LogLevel.Information).ShouldBeEmpty();
    }
}
