using Gateway.Caching;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;

namespace Gateway.Spectrum;

/// <summary>The Spectrum fields of the query type.</summary>
[QueryType]
internal static partial class SpectrumQueries
{
    /// <summary>
    /// Spectrum connection analytics of one zone, grouped by time interval.
    /// Requires a Cloudflare credential with `Zone > Analytics > Read` on the zone. Null, with an error, if Cloudflare gives no answer.
    /// </summary>
    /// <param name="zoneId">The zone's id: 32 hex digits. Capitals are taken as lower case.</param>
    /// <param name="timeDelta">Length of one time interval.</param>
    // The arguments are read from the context, so that the call budget derives the same request from them.
    [SpectrumArguments]
    public static async Task<SpectrumBytime?> GetSpectrumBytimeAsync(
        [ID] string zoneId,
        SpectrumTimeDelta timeDelta,
        IResolverContext context,
        [Service] ResponseCache<SpectrumBytimeRequest, SpectrumResponse> cache,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        await cache.AnswerAsync(SpectrumBytimeRequest.Of(context), context, httpContext, cancellationToken) is { } cached
            ? new SpectrumBytime(cached.Response, cached.Freshness)
            : null;

    /// <summary>
    /// Spectrum connection analytics of one zone over a whole window: one number for each metric, as tiles and tables need them, without
    /// a time series. The same arguments as those of `spectrumBytime` stand for the same window.
    /// Requires a Cloudflare credential with `Zone > Analytics > Read` on the zone. Null, with an error, if Cloudflare gives no answer.
    /// </summary>
    /// <param name="zoneId">The zone's id: 32 hex digits. Capitals are taken as lower case.</param>
    /// <param name="timeDelta">
    /// The interval at whose start `window` begins, and nothing else: give that of the chart beside it, so that both show the same events.
    /// Without effect on `since` and `until`.
    /// </param>
    [SpectrumArguments]
    public static async Task<SpectrumSummary?> GetSpectrumSummaryAsync(
        [ID] string zoneId,
        [DefaultValue(SpectrumTimeDelta.Hour)] SpectrumTimeDelta? timeDelta,
        IResolverContext context,
        [Service] ResponseCache<SpectrumSummaryRequest, SpectrumResponse> cache,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        await cache.AnswerAsync(SpectrumSummaryRequest.Of(context), context, httpContext, cancellationToken) is { } cached
            ? new SpectrumSummary(cached.Response, cached.Freshness)
            : null;

    /// <summary>
    /// The connections of a zone's Spectrum applications in the last minute.
    /// Requires a Cloudflare credential with `Zone > Analytics > Read` on the zone. Null, with an error, if Cloudflare gives no answer.
    /// </summary>
    /// <param name="zoneId">The zone's id: 32 hex digits. Capitals are taken as lower case.</param>
    /// <param name="appIds">
    /// Only these applications, in any order: ids of 32 hex digits, 100 at most. Capitals are taken as lower case. Default, and for an
    /// empty list: all.
    /// </param>
    /// <param name="coloName">
    /// Only this Cloudflare data centre, by its airport code: 1 to 3 letters, taken as capitals. Default: all.
    /// </param>
    public static async Task<SpectrumCurrent?> GetSpectrumCurrentAsync(
        [ID] string zoneId,
        [ID, MaxLength(SpectrumCurrentRequest.MaxApps)] IReadOnlyList<string>? appIds,
        string? coloName,
        [Service] ResponseCache<SpectrumCurrentRequest, SpectrumCurrentResponse> cache,
        IResolverContext context,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        await cache.AnswerAsync(SpectrumCurrentRequest.Of(context), context, httpContext, cancellationToken) is { } cached
            ? new SpectrumCurrent(cached.Response, cached.Freshness)
            : null;

    /// <summary>
    /// The Spectrum applications of one zone, with their names. Takes a call for each 100 of them, 10 at most, and counts as 10 calls of
    /// the operation, because how many it takes is not known before. Fresh for five minutes.
    /// Requires a Cloudflare credential with `Zone > Zone Settings > Read` on the zone. Null, with an error, if Cloudflare gives no answer.
    /// </summary>
    /// <param name="zoneId">The zone's id: 32 hex digits. Capitals are taken as lower case.</param>
    public static async Task<SpectrumApps?> GetSpectrumAppsAsync(
        [ID] string zoneId,
        [Service] ResponseCache<SpectrumAppsRequest, SpectrumAppsResponse> cache,
        IResolverContext context,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        await cache.AnswerAsync(SpectrumAppsRequest.Of(context), context, httpContext, cancellationToken) is { } cached
            ? new SpectrumApps(cached.Response, cached.Freshness)
            : null;
}
