using Gateway.Caching;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;

namespace Gateway.Spectrum;

/// <summary>The Spectrum fields of a zone. They are those of the query type, without the zone's id.</summary>
[ObjectType<Zone>]
internal static partial class ZoneFields
{
    /// <summary>
    /// Spectrum connection analytics of the zone, grouped by time interval.
    /// Requires a Cloudflare credential with `Zone > Analytics > Read` on the zone. Null, with an error, if Cloudflare gives no answer.
    /// </summary>
    /// <param name="timeDelta">Length of one time interval.</param>
    [SpectrumArguments]
    public static async Task<SpectrumBytime?> GetSpectrumBytimeAsync(
        [Parent] Zone zone,
        SpectrumTimeDelta timeDelta,
        IResolverContext context,
        [Service] ResponseCache<SpectrumBytimeRequest, SpectrumResponse> cache,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        await cache.AnswerAsync(
            ZoneRequests.Of(context, zone.Id, SpectrumBytimeRequest.Of), context, httpContext, cancellationToken) is { } cached
            ? new SpectrumBytime(cached.Response, cached.Freshness)
            : null;

    /// <summary>
    /// Spectrum connection analytics of the zone over a whole window: one number for each metric, as tiles and tables need them, without
    /// a time series. The same arguments as those of `spectrumBytime` stand for the same window.
    /// Requires a Cloudflare credential with `Zone > Analytics > Read` on the zone. Null, with an error, if Cloudflare gives no answer.
    /// </summary>
    /// <param name="timeDelta">
    /// The interval at whose start `window` begins, and nothing else: give that of the chart beside it, so that both show the same events.
    /// Without effect on `since` and `until`.
    /// </param>
    [SpectrumArguments]
    public static async Task<SpectrumSummary?> GetSpectrumSummaryAsync(
        [Parent] Zone zone,
        [DefaultValue(SpectrumTimeDelta.Hour)] SpectrumTimeDelta? timeDelta,
        IResolverContext context,
        [Service] ResponseCache<SpectrumSummaryRequest, SpectrumResponse> cache,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        await cache.AnswerAsync(
            ZoneRequests.Of(context, zone.Id, SpectrumSummaryRequest.Of), context, httpContext, cancellationToken) is { } cached
            ? new SpectrumSummary(cached.Response, cached.Freshness)
            : null;

    /// <summary>
    /// The connections of the zone's Spectrum applications in the last minute.
    /// Requires a Cloudflare credential with `Zone > Analytics > Read` on the zone. Null, with an error, if Cloudflare gives no answer.
    /// </summary>
    /// <param name="appIds">
    /// Only these applications, in any order: ids of 32 hex digits, 100 at most. Capitals are taken as lower case. Default, and for an
    /// empty list: all.
    /// </param>
    /// <param name="coloName">
    /// Only this Cloudflare data centre, by its airport code: 1 to 3 letters, taken as capitals. Default: all.
    /// </param>
    public static async Task<SpectrumCurrent?> GetSpectrumCurrentAsync(
        [Parent] Zone zone,
        [ID, MaxLength(SpectrumCurrentRequest.MaxApps)] IReadOnlyList<string>? appIds,
        string? coloName,
        IResolverContext context,
        [Service] ResponseCache<SpectrumCurrentRequest, SpectrumCurrentResponse> cache,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        await cache.AnswerAsync(
            ZoneRequests.Of(context, zone.Id, SpectrumCurrentRequest.Of), context, httpContext, cancellationToken) is { } cached
            ? new SpectrumCurrent(cached.Response, cached.Freshness)
            : null;

    /// <summary>
    /// The Spectrum applications of the zone, with their names. Takes a call for each 100 of them, 10 at most, and counts as 10 calls of
    /// the operation, because how many it takes is not known before. Fresh for five minutes.
    /// Requires a Cloudflare credential with `Zone > Zone Settings > Read` on the zone. Null, with an error, if Cloudflare gives no answer.
    /// </summary>
    public static async Task<SpectrumApps?> GetSpectrumAppsAsync(
        [Parent] Zone zone,
        [Service] ResponseCache<SpectrumAppsRequest, SpectrumAppsResponse> cache,
        IResolverContext context,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        await cache.AnswerAsync(
            ZoneRequests.Of(context, zone.Id, SpectrumAppsRequest.Of), context, httpContext, cancellationToken) is { } cached
            ? new SpectrumApps(cached.Response, cached.Freshness)
            : null;
}
