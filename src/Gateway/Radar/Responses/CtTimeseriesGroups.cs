using Gateway.Caching;
using Gateway.Columns;
using Gateway.Radar.Requests;

namespace Gateway.Radar.Responses;

/// <summary>
/// Volume of certificates in Certificate Transparency logs over time, grouped by one dimension.
/// The data comes from Cloudflare Radar and is licensed under CC BY-NC 4.0. Those who show it must name "Cloudflare Radar" as the source
/// and link the licence, and must not use it commercially.
/// </summary>
public sealed class CtTimeseriesGroups : CtAnswer
{
    internal CtTimeseriesGroups(
        CtSeriesRequest request, CtResponse<CtGroupedColumns> first, CtResponse<CtGroupedColumns>[]? parts, Freshness freshness)
        : base(request, first, parts, freshness)
    {
    }

    /// <summary>The series, in the order of the request. Each has groups of its own.</summary>
    [ListSize(AssumedSize = CtGroupCost.Series)]
    public IReadOnlyList<CtGroupedSeries> Series =>
        field ??= CtMerge.Series<CtGroupedColumns, CtGroupedSeries>(
            Request, Parts, static (name, columns, meta, position) => new CtGroupedSeries(name, columns, meta, position));

    /// <summary>
    /// The series as CSV, in the layout of `ctTimeseries.csv`: the columns `name timestamps`, and `name key` for each group, of each series,
    /// side by side.
    /// Lines end with a line feed. A cell without a value is empty.
    /// </summary>
    [Cost(CtGroupCost.Series * (PointCost.Instants + (CtGroupCost.Groups * PointCost.Numbers)))]
    public string GetCsv() => CtCsv.Write(Series);
}
