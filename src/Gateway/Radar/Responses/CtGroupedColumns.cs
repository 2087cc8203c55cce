using Gateway.Columns;

namespace Gateway.Radar.Responses;

/// <summary>The groups of a series, as cached. All have the same timestamps.</summary>
/// <param name="wireName">Cloudflare's name of the series.</param>
/// <param name="timestamps">The timestamps. Series with equal timestamps share one object.</param>
/// <param name="complete">The complete points.</param>
/// <param name="groups">The groups, the largest first.</param>
internal sealed class CtGroupedColumns(string wireName, InstantColumn timestamps, CompleteRange complete, IReadOnlyList<CtGroup> groups)
    : ICtWireSeries
{
    public string WireName => wireName;

    public InstantColumn Timestamps => timestamps;

    public CompleteRange Complete => complete;

    public IReadOnlyList<CtGroup> Groups => groups;

    public long Size => 64 + MemorySize.Of(WireName) + groups.Sum(static group => 48 + group.Columns.Size);

    /// <param name="wireName">Cloudflare's name of the series.</param>
    /// <param name="timestamps">The timestamps.</param>
    /// <param name="complete">The complete points.</param>
    /// <param name="groups">The keys and values, as long as the timestamps.</param>
    /// <param name="meta">The metadata of the call.</param>
    public static CtGroupedColumns Of(
        string wireName,
        InstantColumn timestamps,
        CompleteRange complete,
        IEnumerable<(string Key, NumberColumn Values)> groups,
        CtMeta meta) =>
        new(wireName, timestamps, complete, CtGroupOrder.Of(groups.Select(group =>
            new CtGroup(new CtColumns(group.Key, timestamps, group.Values, complete), meta.AreCounts))));
}
