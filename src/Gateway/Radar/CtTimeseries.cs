using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Cloudflare;

namespace Gateway.Radar;

/// <summary>
/// The volume of certificates in Certificate Transparency logs over time. The data is Cloudflare Radar's, under the licence CC BY-NC 4.0:
/// whoever shows it names "Cloudflare Radar" as its source, links the licence, and does not use it commercially.
/// </summary>
public sealed class CtTimeseries
{
    internal CtTimeseries(CtTimeseriesModel model, ImmutableArray<string> labels, IReadOnlyList<CloudflareMessage> messages, Freshness freshness)
    {
        var series = new CtSeries[model.Series.Count];
        for (var i = 0; i < series.Length; i++)
        {
            var columns = model.Series[i];
            var name = CtWire.SeriesIndex(columns.WireName) is { } index && index < labels.Length ? labels[index] : columns.WireName;
            series[i] = new CtSeries(name, columns);
        }

        Meta = model.Meta;
        Series = series;
        Messages = messages;
        Freshness = freshness;
    }

    /// <summary>What the series have in common.</summary>
    public CtMeta Meta { get; }

    /// <summary>The series, in the order in which they were asked for.</summary>
    public IReadOnlyList<CtSeries> Series { get; }

    /// <summary>What Cloudflare said beside the answer.</summary>
    public IReadOnlyList<CloudflareMessage> Messages { get; }

    /// <summary>Where the answer came from and how old it is.</summary>
    public Freshness Freshness { get; }

    /// <summary>
    /// The series as CSV, in the layout of Cloudflare's `format=CSV`: two columns for each, `name timestamps,name values`, side by side.
    /// Lines end with a line feed; a cell is empty where there is no value.
    /// </summary>
    public string GetCsv() => CtCsv.Write(Series);
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

    /// <summary>The name that the request gave it; without one `serie_0` for the first, and so on.</summary>
    public string Name { get; }

    /// <summary>One point for each interval, in time's order.</summary>
    public IReadOnlyList<CtPoint> Points { get; }

    /// <summary>The start of each interval, as a plain column: compact, for charts.</summary>
    public IReadOnlyList<DateTimeOffset> Timestamps => _columns.Timestamps;

    /// <summary>The value of each interval, as a plain column in the order of `timestamps`; null where there is none.</summary>
    public IReadOnlyList<double?> Values => _columns.Values;
}

/// <summary>One interval of a series.</summary>
/// <param name="Timestamp">The start of the interval.</param>
/// <param name="Value">The number of certificates in it, unless `meta` has another unit or normalization; null where there is none.</param>
public readonly record struct CtPoint(DateTimeOffset Timestamp, double? Value);
