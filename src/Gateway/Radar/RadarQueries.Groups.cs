using Gateway.Caching;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;

namespace Gateway.Radar;

/// <content>The fields with groups.</content>
internal static partial class RadarQueries
{
    /// <summary>
    /// Volume of certificates in Certificate Transparency logs over time, grouped by one dimension: certificates by authority, for instance.
    /// Filters, dates, calls and rights are those of `ctTimeseries`, and so is the licence of the data.
    /// </summary>
    /// <param name="dimension">What to group by.</param>
    /// <param name="series">The series: 1 to 20, with any mix of dates and filters. Default: one series without dates and filters.</param>
    /// <param name="aggInterval">
    /// Length of one interval. Default: chosen by Cloudflare from the dates. An interval that is too short for the dates is rejected.
    /// </param>
    /// <param name="limitPerGroup">
    /// The maximum number of groups of a series: 2 or more. The rest becomes one more group, `other`. Only for dimensions with many values,
    /// such as `CA` or `TLD`; Cloudflare rejects it for others. Default: chosen by Cloudflare.
    /// </param>
    /// <param name="normalization">What the values are. Default: `RAW_VALUES`.</param>
    public static Task<CtTimeseriesGroups?> GetCtTimeseriesGroupsAsync(
        CtDimension dimension,
        [MaxLength(CtInput.MaxSeries)] IReadOnlyList<CtSeriesInput>? series,
        CtAggInterval? aggInterval,
        int? limitPerGroup,
        CtGroupNormalization? normalization,
        [Service] ResponseCache<CtSeriesQuery, CtResponse<CtGroupedColumns>> cache,
        IResolverContext context,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        cache.AnswerAsync(
            CtSeriesRequest.OfGroups(context),
            static (request, first, parts, freshness) => new CtTimeseriesGroups(request, first, parts, freshness),
            context,
            httpContext,
            cancellationToken);

    /// <summary>
    /// Volume of certificates in Certificate Transparency logs in a period, grouped by one dimension: one number for each group.
    /// Filters, dates, calls and rights are those of `ctTimeseries`, and so is the licence of the data.
    /// </summary>
    /// <param name="dimension">What to group by.</param>
    /// <param name="series">The series: 1 to 20, with any mix of dates and filters. Default: one series without dates and filters.</param>
    /// <param name="limitPerGroup">
    /// The maximum number of groups of a series: 2 or more. The rest becomes one more group, `other`. Only for dimensions with many values,
    /// such as `CA` or `TLD`; Cloudflare rejects it for others. Default: chosen by Cloudflare.
    /// </param>
    /// <param name="normalization">What the values are. Default: `RAW_VALUES`.</param>
    public static Task<CtSummary?> GetCtSummaryAsync(
        CtDimension dimension,
        [MaxLength(CtInput.MaxSeries)] IReadOnlyList<CtSeriesInput>? series,
        int? limitPerGroup,
        CtGroupNormalization? normalization,
        [Service] ResponseCache<CtSeriesQuery, CtResponse<CtSummaryGroups>> cache,
        IResolverContext context,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        cache.AnswerAsync(
            CtSeriesRequest.OfSummary(context),
            static (request, first, parts, freshness) => new CtSummary(request, first, parts, freshness),
            context,
            httpContext,
            cancellationToken);
}
