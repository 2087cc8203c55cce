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
    private readonly CtResponse _reply;
    private readonly ImmutableArray<string> _labels;

    internal CtTimeseries(CtResponse reply, ImmutableArray<string> labels, Freshness freshness) =>
        (_reply, _labels, Freshness) = (reply, labels, freshness);

    /// <summary>What the series have in common.</summary>
    public CtMeta Meta => field ??= LabelUnits(_reply.Model.Meta);

    /// <summary>The series, in the order in which they were asked for.</summary>
    public IReadOnlyList<CtSeries> Series => field ??= LabelSeries();

    /// <summary>What Cloudflare said beside the answer.</summary>
    public IReadOnlyList<CloudflareMessage> Messages => _reply.Messages;

    /// <summary>Where the answer came from and how old it is.</summary>
    public Freshness Freshness { get; }

    internal ResponseFragments Fragments => _reply.Fragments;

    /// <summary>
    /// The series as CSV, in the layout of Cloudflare's `format=CSV`: two columns for each, `name timestamps,name values`, side by side.
    /// Lines end with a line feed; a cell is empty where there is no value.
    /// </summary>
    public string GetCsv() => CtCsv.Write(Series);

    private CtMeta LabelUnits(CtMeta meta) => meta.Units.Any(unit => LabelOf(unit.Name) != unit.Name)
        ? meta with { Units = [.. meta.Units.Select(unit => unit with { Name = LabelOf(unit.Name) })] }
        : meta;

    private CtSeries[] LabelSeries()
    {
        var series = new CtSeries[_reply.Model.Series.Count];
        for (var i = 0; i < series.Length; i++)
        {
            var columns = _reply.Model.Series[i];
            series[i] = new CtSeries(LabelOf(columns.WireName), columns);
        }

        return series;
    }

    /// <summary>The request's own name for a series; what Cloudflare names beside them keeps its name.</summary>
    private string LabelOf(string wireName) =>
        CtSeriesNames.IndexOf(wireName) is { } index && index < _labels.Length ? _labels[index] : wireName;
}

/// <summary>One series. It may lack its latest intervals: those that Cloudflare has not finished counting.</summary>
public sealed class CtSeries
{
    private readonly CtColumns _columns;

    internal CtSeries(string name, CtColumns columns)
    {
        Name = name;
        _columns = columns;
        Points = new CtPoints(columns);
    }

    internal CtColumns Columns => _columns;

    /// <summary>The name that the request gave it; without one `serie_0` for the first, and so on.</summary>
    public string Name { get; }

    /// <summary>One point for each interval, in time's order.</summary>
    public IReadOnlyList<CtPoint> Points { get; }

    /// <summary>The start of each interval, as a plain column: compact, for charts.</summary>
    public IReadOnlyList<DateTimeOffset> Timestamps => _columns.Timestamps;

    /// <summary>The value of each interval, as a plain column in the order of `timestamps`; null where there is none.</summary>
    public IReadOnlyList<double?> Values => _columns.Values;
}

