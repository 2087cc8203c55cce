using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Radar.Inputs;
using Gateway.Upstream;

namespace Gateway.Radar.Responses;

/// <summary>
/// The volume of certificates in Certificate Transparency logs over time. The data is Cloudflare Radar's, under the licence CC BY-NC 4.0:
/// whoever shows it names "Cloudflare Radar" as its source, links the licence, and does not use it commercially.
/// </summary>
public sealed class CtTimeseries
{
    private readonly CtResponse _response;
    private readonly ImmutableArray<string> _labels;

    internal CtTimeseries(CtResponse response, ImmutableArray<string> labels, Freshness freshness) =>
        (_response, _labels, Freshness) = (response, labels, freshness);

    /// <summary>What the series have in common.</summary>
    public CtMeta Meta => field ??= LabelUnits(_response.Data.Meta);

    /// <summary>The series, in the order in which they were asked for.</summary>
    public IReadOnlyList<CtSeries> Series =>
        field ??= [.. _response.Data.Series.Select(columns => new CtSeries(LabelOf(columns.WireName), columns))];

    /// <summary>What Cloudflare said beside the answer.</summary>
    public IReadOnlyList<CloudflareMessage> Messages => _response.Messages;

    /// <summary>Where the answer came from and how old it is.</summary>
    public Freshness Freshness { get; }

    internal ResponseFragments Fragments => _response.Fragments;

    /// <summary>
    /// The series as CSV, in the layout of Cloudflare's `format=CSV`: two columns for each, `name timestamps,name values`, side by side.
    /// Lines end with a line feed; a cell is empty where there is no value.
    /// </summary>
    public string GetCsv() => CtCsv.Write(Series);

    private CtMeta LabelUnits(CtMeta meta) => meta.Units.Any(unit => LabelOf(unit.Name) != unit.Name)
        ? meta with { Units = [.. meta.Units.Select(unit => unit with { Name = LabelOf(unit.Name) })] }
        : meta;

    /// <summary>The request's own name for a series; what Cloudflare names beside them keeps its name.</summary>
    private string LabelOf(string wireName) =>
        CtSeriesNames.IndexOf(wireName) is { } index && index < _labels.Length ? _labels[index] : wireName;
}
