using Gateway.Caching;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Upstream;

namespace Gateway.Radar;

/// <summary>What the gateway asks of Cloudflare Radar.</summary>
[QueryType]
internal static class RadarQueries
{
    /// <summary>
    /// Volume of certificates seen in Certificate Transparency logs over time, in one series or several.
    /// Give `series`, or the lists: they are positional, the i-th value of each belongs to the i-th series, and all have one length.
    /// The data is Cloudflare Radar's, under the licence CC BY-NC 4.0: name the source, link the licence, no commercial use.
    /// </summary>
    /// <param name="aggInterval">
    /// Length of one interval, for all series. Default: chosen by Cloudflare from the dates. One that is too short for the dates is rejected.
    /// </param>
    /// <param name="series">
    /// The same, one object a series, at most 20: the safe way to ask for several. Not together with the lists.
    /// </param>
    [CtSeriesLists]
    public static async Task<CtTimeseries?> GetCtTimeseriesAsync(
        CtAggInterval? aggInterval,
        IResolverContext context,
        IReadOnlyList<CtSeriesInput>? series,
        [Service] ResponseCache<CtTimeseriesQuery, CtResponse> cache,
        HttpContext httpContext,
        CancellationToken cancellationToken)
    {
        var asked = context.GetMemo<CtTimeseriesRequest>() is { } known
            ? known
            : context.SetMemo(CtTimeseriesRequest.Create(aggInterval, CtSeriesLists.Read(context), series));

        Result<CtTimeseriesQuery> query = asked.IsSuccess(out var request, out var failure) ? request.Query : failure;
        return await cache.AnswerAsync(query, context, httpContext, cancellationToken) is { } cached
            ? new CtTimeseries(cached.Response, request!.Labels, cached.Freshness)
            : null;
    }
}
