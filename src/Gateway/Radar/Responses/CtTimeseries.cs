using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Columns;
using Gateway.Radar.Inputs;
using Gateway.Upstream;

namespace Gateway.Radar.Responses;

/// <summary>
/// Volume of certificates in Certificate Transparency logs over time.
/// The data comes from Cloudflare Radar and is licensed under CC BY-NC 4.0. Those who show it must name "Cloudflare Radar" as the source
/// and link the licence, and must not use it commercially.
/// </summary>
public sealed class CtTimeseries
{
    private readonly CtResponse _response;
    private readonly ImmutableArray<string> _labels;

    internal CtTimeseries(CtResponse response, ImmutableArray<string> labels, Freshness freshness) =>
        (_response, _labels, Freshness) = (response, labels, freshness);

    /// <summary>Metadata of all series.</summary>
    public CtMeta Meta => field ??= LabelUnits(_response.Data.Meta);

    /// <summary>The series, in the order of the request.</summary>
    [ListSize(AssumedSize = CtInput.MaxSeries)]
    public IReadOnlyList<CtSeries> Series =>
        field ??= [.. _response.Data.Series.Select(columns => new CtSeries(LabelOf(columns.WireName), columns))];

    /// <summary>
    /// Messages that Cloudflare sent with the answer. Callers share answers, but only the caller whose credential Cloudflare answered gets
    /// its messages.
    /// </summary>
    [ListSize(AssumedSize = 5)]
    public IReadOnlyList<CloudflareMessage> Messages => _response.Messages;

    /// <summary>Where the answer came from and how old it is.</summary>
    public Freshness Freshness { get; }

    internal ResponseFragments Fragments => _response.Fragments;

    /// <summary>
    /// The series as CSV, in the layout of Cloudflare's `format=CSV`: the columns `name timestamps,name values` of each series, side by
    /// side.
    /// Lines end with a line feed. A cell without a value is empty.
    /// </summary>
    [Cost(CtInput.MaxSeries * (PointCost.Instants + PointCost.Numbers))]
    public string GetCsv() => CtCsv.Write(Series);

    private CtMeta LabelUnits(CtMeta meta) => meta.Units.Any(unit => LabelOf(unit.Name) != unit.Name)
        ? meta with { Units = [.. meta.Units.Select(unit => unit with { Name = LabelOf(unit.Name) })] }
        : meta;

    /// <summary>The name of a series in the request. Series that Cloudflare adds keep Cloudflare's name.</summary>
    private string LabelOf(string wireName) =>
        CtSeriesNames.IndexOf(wireName) is { } index && index < _labels.Length ? _labels[index] : wireName;
}
