using Gateway.Caching;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>Spectrum connection analytics of one zone, grouped by time interval.</summary>
public sealed class SpectrumBytime
{
    private readonly SpectrumResponse _response;

    internal SpectrumBytime(SpectrumResponse response, Freshness freshness) => (_response, Freshness) = (response, freshness);

    /// <summary>One row for each combination of dimension values; one row without dimensions; none without traffic.</summary>
    public IReadOnlyList<SpectrumRow> Data => _response.Data.Rows;

    /// <summary>The time intervals, in the order of each row's points. Empty where Cloudflare sent none.</summary>
    public IReadOnlyList<TimeInterval> TimeIntervals => _response.Data.TimeIntervals;

    /// <summary>Seconds between now and the last event that Cloudflare had processed: how much could still be missing.</summary>
    public double DataLag => _response.Data.DataLag;

    /// <summary>Total number of rows in the result, before `limit`.</summary>
    public int Rows => _response.Data.RowCount;

    /// <summary>Smallest value of each metric in any row and interval.</summary>
    public SpectrumMetrics Min => _response.Data.Min;

    /// <summary>Largest value of each metric in any row and interval.</summary>
    public SpectrumMetrics Max => _response.Data.Max;

    /// <summary>Each metric over all rows and intervals: sums of counts and bytes, overall values of durations.</summary>
    public SpectrumMetrics Totals => _response.Data.Totals;

    /// <summary>The query as Cloudflare understood it.</summary>
    public SpectrumQuery Query => _response.Data.Query;

    /// <summary>What Cloudflare said beside the answer.</summary>
    public IReadOnlyList<CloudflareMessage> Messages => _response.Messages;

    internal ResponseFragments Fragments => _response.Fragments;

    /// <summary>Where the answer came from and how old it is.</summary>
    public Freshness Freshness { get; }
}
