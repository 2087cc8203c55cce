using Gateway.Caching;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;

namespace Gateway.Radar;

/// <summary>The Radar fields of the query type.</summary>
[QueryType]
internal static partial class RadarQueries
{
    /// <summary>
    /// Volume of certificates in Certificate Transparency logs over time, as one or several series.
    /// Give either `series` or the lists. Lists have one value for each series: the i-th value belongs to the i-th series.
    /// The gateway calls Cloudflare once for all series whose dates have the same form and length and that have the same filters, and side
    /// by side for the others. Each such call counts as one of the operation's calls.
    /// The data comes from Cloudflare Radar and is licensed under CC BY-NC 4.0: name the source, link the licence, no commercial use.
    /// </summary>
    /// <param name="series">The series: 1 to 20, with any mix of dates and filters. Can't be combined with the lists.</param>
    /// <param name="aggInterval">
    /// Length of one interval. Default: chosen by Cloudflare from the dates. An interval that is too short for the dates is rejected.
    /// </param>
    // The arguments are read from the context, so that the call budget derives the same request from them.
    [CtPositionalLists]
    public static Task<CtTimeseries?> GetCtTimeseriesAsync(
        [MaxLength(CtInput.MaxSeries)] IReadOnlyList<CtSeriesInput>? series,
        CtAggInterval? aggInterval,
        IResolverContext context,
        [Service] ResponseCache<CtSeriesQuery, CtResponse<CtColumns>> cache,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        cache.AnswerAsync(
            CtSeriesRequest.Of(context),
            static (request, first, parts, freshness) => new CtTimeseries(request, first, parts, freshness),
            context,
            httpContext,
            cancellationToken);
}
