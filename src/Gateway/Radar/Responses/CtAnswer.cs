using Gateway.Caching;
using Gateway.Radar.Requests;
using Gateway.Upstream;

namespace Gateway.Radar.Responses;

/// <summary>What all answers with series have: they consist of one response, or of the responses to the request's parts.</summary>
public abstract class CtAnswer
{
    private readonly CtResponse _first;
    private CtResponse[]? _parts;

    /// <param name="request">The request.</param>
    /// <param name="first">The response to the first part.</param>
    /// <param name="parts">All responses; null if there is only one, which needs no list.</param>
    /// <param name="freshness">The freshness of all of them.</param>
    private protected CtAnswer(CtSeriesRequest request, CtResponse first, CtResponse[]? parts, Freshness freshness) =>
        (Request, _first, _parts, Freshness) = (request, first, parts, freshness);

    /// <summary>
    /// Metadata of all series. If it took several calls to Cloudflare: `aggInterval` and `normalization` are null unless all agree,
    /// `lastUpdated` is the earliest, and the confidence level is the lowest. Each series has its own values, too.
    /// </summary>
    public CtMeta Meta => field ??= CtMerge.Meta(Request, Parts);

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

    private protected CtSeriesRequest Request { get; }

    private protected CtResponse[] Parts => _parts ??= [_first];

    /// <summary>What stands for the combination of responses; null if there is only one.</summary>
    internal object? GetMix() => Request.Parts.Length > 1 ? Request.MixOf([.. Parts.Select(static part => part.Identity)]) : null;
}
