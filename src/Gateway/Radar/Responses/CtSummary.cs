using Gateway.Caching;
using Gateway.Columns;
using Gateway.Radar.Requests;

namespace Gateway.Radar.Responses;

/// <summary>
/// Volume of certificates in Certificate Transparency logs in a period, grouped by one dimension.
/// The data comes from Cloudflare Radar and is licensed under CC BY-NC 4.0. Those who show it must name "Cloudflare Radar" as the source
/// and link the licence, and must not use it commercially.
/// </summary>
public sealed class CtSummary : CtAnswer
{
    internal CtSummary(
        CtSeriesRequest request, CtResponse<CtSummaryGroups> first, CtResponse<CtSummaryGroups>[]? parts, Freshness freshness)
        : base(request, first, parts, freshness)
    {
    }

    /// <summary>The series, in the order of the request. Each has groups of its own.</summary>
    [ListSize(AssumedSize = CtGroupCost.Series)]
    public IReadOnlyList<CtSummarySeries> Series =>
        field ??= CtMerge.Series<CtSummaryGroups, CtSummarySeries>(
            Request, Parts, static (name, columns, meta, position) => new CtSummarySeries(name, columns, meta, position));

    /// <summary>
    /// The groups as CSV: the header `series,key,value`, and a line for each group of each series.
    /// Lines end with a line feed. A cell without a value is empty. A text that a spreadsheet would run as a formula gets an apostrophe
    /// before it.
    /// </summary>
    [Cost(CtGroupCost.Series * PointCost.Numbers)]
    public string GetCsv() => CtCsv.Write(Series);
}
