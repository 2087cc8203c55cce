using Gateway.Caching;
using Gateway.Columns;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;

namespace Gateway.Radar.Responses;

/// <summary>
/// Volume of certificates in Certificate Transparency logs over time.
/// The data comes from Cloudflare Radar and is licensed under CC BY-NC 4.0. Those who show it must name "Cloudflare Radar" as the source
/// and link the licence, and must not use it commercially.
/// </summary>
public sealed class CtTimeseries : CtAnswer
{
    internal CtTimeseries(
        CtSeriesRequest request, CtResponse<CtColumns> first, CtResponse<CtColumns>[]? parts, Freshness freshness)
        : base(request, first, parts, freshness)
    {
    }

    /// <summary>The series, in the order of the request.</summary>
    [ListSize(AssumedSize = CtInput.MaxSeries)]
    public IReadOnlyList<CtSeries> Series =>
        field ??= CtMerge.Series<CtColumns, CtSeries>(
            Request, Parts, static (name, columns, meta, position) => new CtSeries(name, columns, meta, position));

    /// <summary>
    /// The series as CSV, in the layout of Cloudflare's `format=CSV`: the columns `name timestamps,name values` of each series, side by
    /// side.
    /// Lines end with a line feed. A cell without a value is empty.
    /// </summary>
    [Cost(CtInput.MaxSeries * (PointCost.Instants + PointCost.Numbers))]
    public string GetCsv() => CtCsv.Write(Series);
}
