using Gateway.Caching;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>Spectrum connection analytics of one zone, grouped by time interval.</summary>
public sealed class SpectrumBytime
{
    private readonly SpectrumResponse _reply;

    internal SpectrumBytime(SpectrumResponse reply, Freshness freshness) => (_reply, Freshness) = (reply, freshness);

    /// <summary>One row for each combination of dimension values; one row without dimensions; none without traffic.</summary>
    public IReadOnlyList<SpectrumRow> Data => _reply.Data.Rows;

    /// <summary>The time intervals, in the order of each row's points. Empty where Cloudflare sent none.</summary>
    public IReadOnlyList<TimeInterval> TimeIntervals => _reply.Data.TimeIntervals;

    /// <summary>Seconds between now and the last event that Cloudflare had processed: how much could still be missing.</summary>
    public double DataLag => _reply.Data.DataLag;

    /// <summary>Total number of rows in the result, before `limit`.</summary>
    public int Rows => _reply.Data.RowCount;

    /// <summary>Smallest value of each metric in any row and interval.</summary>
    public SpectrumMetrics Min => _reply.Data.Min;

    /// <summary>Largest value of each metric in any row and interval.</summary>
    public SpectrumMetrics Max => _reply.Data.Max;

    /// <summary>Each metric over all rows and intervals: sums of counts and bytes, overall values of durations.</summary>
    public SpectrumMetrics Totals => _reply.Data.Totals;

    /// <summary>The query as Cloudflare understood it.</summary>
    public SpectrumQuery Query => _reply.Data.Query;

    /// <summary>What Cloudflare said beside the answer.</summary>
    public IReadOnlyList<CloudflareMessage> Messages => _reply.Messages;

    internal ResponseFragments Fragments => _reply.Fragments;

    /// <summary>Where the answer came from and how old it is.</summary>
    public Freshness Freshness { get; }
}
