using Gateway.Columns;

namespace Gateway.Radar.Responses;

/// <summary>The groups of a series without intervals, as cached, the largest first.</summary>
internal sealed record CtSummaryGroups(string WireName, IReadOnlyList<CtSummaryGroup> Groups) : ICtWireSeries
{
    InstantColumn? ICtWireSeries.Timestamps => null;

    public long Size => 64 + MemorySize.Of(WireName) + Groups.Sum(static group => 48 + MemorySize.Of(group.Key));
}
