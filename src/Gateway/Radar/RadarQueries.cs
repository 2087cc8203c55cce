using System.ComponentModel.DataAnnotations;
using Gateway.Caching;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Upstream;

namespace Gateway.Radar;

/// <summary>The Radar field of the query type.</summary>
[QueryType]
internal static class RadarQueries
{
    /// <summary>
    /// Volume of certificates in Certificate Transparency logs over time, as one or several series.
    /// Give either `series` or the lists. Lists have one value for each series: the i-th value belongs to the i-th series.
    /// The data comes from Cloudflare Radar and is licensed under CC BY-NC 4.0: name the source, link the licence, no commercial use.
    /// </summary>
    /// <param name="aggInterval">
    /// Length of one interval. Default: chosen by Cloudflare from the dates. An interval that is too short for the dates is rejected.
    /// </param>
    /// <param name="series">The series: 1 to 20. This is the safe way to request several. Can't be combined with the lists.</param>
    [CtSeriesLists]
    public static async Task<CtTimeseries?> GetCtTimeseriesAsync(
        CtAggInterval? aggInterval,
        IResolverContext context,
        [MaxLength(CtInput.MaxSeries)] IReadOnlyList<CtSeriesInput>? series,
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
