namespace Gateway.Tests.Caching.Redis;

/// <summary>A Redis Cluster with three masters.</summary>
internal sealed class RedisCluster : IAsyncDisposable
{
    private RedisCluster(RedisServer[] nodes) => Nodes = nodes;

    public IReadOnlyList<RedisServer> Nodes { get; }

    public string Address => string.Join(',', Nodes.Select(node => node.Address));

    public static async Task<RedisCluster> StartAsync()
    {
        var cluster = new RedisCluster(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => RedisServer.StartAsync(
            "--cluster-enabled", "yes", "--cluster-port", $"{RedisServer.FreePort()}", "--cluster-node-timeout", "2000"))));
        var created = await cluster.Nodes[0].CliAsync(["--cluster", "create", .. cluster.Nodes.Select(node => node.Address), "--cluster-yes"]);
        created.ShouldContain("[OK] All 16384 slots covered.");
        foreach (var node in cluster.Nodes)
        {
            await Eventually.IsAsync(async () => (await node.CliAsync("CLUSTER", "INFO")).Contains("cluster_state:ok", StringComparison.Ordinal));
        }

        return cluster;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
        {
            await node.DisposeAsync();
        }
    }
}
