namespace Gateway.Radar.Responses;

/// <summary>One series with its groups, over the whole of its period.</summary>
public sealed class CtSummarySeries
{
    private readonly CtSeriesMeta _meta;

    /// <param name="name">The name in the answer.</param>
    /// <param name="columns">The groups.</param>
    /// <param name="meta">The metadata of the call that the series came from.</param>
    /// <param name="position">The position of the series in that call; null if Cloudflare added it.</param>
    internal CtSummarySeries(string name, CtSummaryGroups columns, CtMeta meta, int? position) =>
        (Name, Columns, _meta) = (name, columns, new CtSeriesMeta(meta, position));

    internal CtSummaryGroups Columns { get; }

    /// <summary>The name from the request. Default: `serie_0` for the first series, `serie_1` for the second, and so on.</summary>
    public string Name { get; }

    /// <summary>The period of the series, as adjusted by Cloudflare. Null if Cloudflare omitted it.</summary>
    public CtDateRange? DateRange => _meta.DateRange;

    /// <summary>When Cloudflare last added data. Later events are not counted yet. Null if Cloudflare omitted it.</summary>
    public DateTimeOffset? LastUpdated => _meta.LastUpdated;

    /// <summary>The unit of the values, as written by Cloudflare. Null if Cloudflare omitted it.</summary>
    public string? Unit => _meta.UnitOf(Columns.WireName);

    /// <summary>
    /// The groups, the largest first unless `order` is given. `other` stands among them like any group.
    /// `where` and `order` work on the groups that Cloudflare sent, and take no further call. The filters of `series` and `limitPerGroup`
    /// are Cloudflare's: they decide which certificates are counted, and which groups it sends. `csv` has all groups.
    /// </summary>
    [UseFiltering]
    [UseSorting]
    [ListSize(AssumedSize = CtGroupCost.Groups)]
    public IReadOnlyList<CtSummaryGroup> Groups => Columns.Groups;
}
