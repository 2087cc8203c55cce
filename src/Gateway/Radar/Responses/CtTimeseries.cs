using Gateway.Caching;
using Gateway.Columns;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Upstream;

namespace Gateway.Radar.Responses;

/// <summary>
/// Volume of certificates in Certificate Transparency logs over time.
/// The data comes from Cloudflare Radar and is licensed under CC BY-NC 4.0. Those who show it must name "Cloudflare Radar" as the source
/// and link the licence, and must not use it commercially.
/// </summary>
public sealed class CtTimeseries
{
    private readonly CtTimeseriesRequest _request;
    private readonly CtResponse _first;
    private CtResponse[]? _parts;

    /// <summary>An answer that is one response. It needs no list.</summary>
    internal CtTimeseries(CtTimeseriesRequest request, CtResponse response, Freshness freshness) =>
        (_request, _first, Freshness) = (request, response, freshness);

    /// <summary>An answer that consists of the responses to the request's parts.</summary>
    internal CtTimeseries(CtTimeseriesRequest request, CtResponse[] parts, Freshness freshness)
        : this(request, parts[0], freshness) =>
        _parts = parts;

    /// <summary>
    /// Metadata of all series. If it took several calls to Cloudflare: `aggInterval` and `normalization` are null unless all agree,
    /// `lastUpdated` is the earliest, and the confidence level is the lowest. Each series has its own values, too.
    /// </summary>
    public CtMeta Meta => field ??= CtMerge.Meta(_request, Parts);

    /// <summary>The series, in the order of the request.</summary>
    [ListSize(AssumedSize = CtInput.MaxSeries)]
    public IReadOnlyList<CtSeries> Series =>
        field ??= CtMerge.Series(_request, Parts);

    /// <summary>
    /// Messages that Cloudflare sent with the answer. Callers share answers, but only the caller whose credential Cloudflare answered gets
    /// its messages.
    /// </summary>
    [ListSize(AssumedSize = 5)]
    public IReadOnlyList<CloudflareMessage> Messages => _parts is null ? _first.Messages : CtMerge.Messages(_parts);

    /// <summary>
    /// Where the answer came from and how old it is. If it took several calls to Cloudflare: the worst status (`STALE`, `UPDATING`,
    /// `BYPASS`, `MISS`, `HIT`), the earliest times and the largest age.
    /// </summary>
    public Freshness Freshness { get; }

    /// <summary>The fragments of the first response.</summary>
    internal FragmentStore Fragments => _first.Fragments;

    private CtResponse[] Parts => _parts ??= [_first];

    /// <summary>
    /// The series as CSV, in the layout of Cloudflare's `format=CSV`: the columns `name timestamps,name values` of each series, side by
    /// side.
    /// Lines end with a line feed. A cell without a value is empty.
    /// </summary>
    [Cost(CtInput.MaxSeries * (PointCost.Instants + PointCost.Numbers))]
    public string GetCsv() => CtCsv.Write(Series);

    /// <summary>What stands for the combination of responses; null if there is only one.</summary>
    internal object? GetMix() => _request.Parts.Length > 1 ? _request.MixOf([.. Parts.Select(static part => part.Identity)]) : null;
}
