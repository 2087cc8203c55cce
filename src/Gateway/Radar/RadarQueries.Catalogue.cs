using Gateway.Caching;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;

namespace Gateway.Radar;

/// <content>The fields without series.</content>
internal static partial class RadarQueries
{
    /// <summary>
    /// All certificate authorities that Cloudflare Radar knows: the values of the filters `ca` and `caOwner`. Rights and licence are those
    /// of `ctTimeseries`. Cached for 6 hours. Counts as five of the operation's calls, the most that it takes.
    /// </summary>
    public static async Task<CtAuthorities?> GetCtAuthoritiesAsync(
        [Service] ResponseCache<CtCatalogueRequest, CtCatalogueResponse<CtList<CtAuthority>>> cache,
        IResolverContext context,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        await cache.AnswerAsync(CtCatalogueRequest.Authorities, context, httpContext, cancellationToken) is { } cached
            ? new CtAuthorities(cached.Response, cached.Freshness)
            : null;

    /// <summary>
    /// One certificate authority. Null, with the error `NOT_FOUND`, if Cloudflare knows none with this id. Rights and licence are those of
    /// `ctTimeseries`. Cached for 6 hours.
    /// </summary>
    /// <param name="id">The `id` from `ctAuthorities`: 64 hex digits, the SHA-256 fingerprint. Lower case is taken as capitals.</param>
    public static async Task<CtAuthorityDetails?> GetCtAuthorityAsync(
        [ID] string id,
        [Service] ResponseCache<CtCatalogueRequest, CtCatalogueResponse<CtAuthorityData>> cache,
        IResolverContext context,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        await cache.AnswerAsync(CtCatalogueRequest.Authority(id), context, httpContext, cancellationToken) is { } cached
            ? new CtAuthorityDetails(cached.Response, cached.Freshness)
            : null;

    /// <summary>
    /// All Certificate Transparency logs that Cloudflare Radar knows: the values of the filters `log` and `logOperator`. Rights and licence
    /// are those of `ctTimeseries`. Cached for 6 hours.
    /// </summary>
    public static async Task<CtLogs?> GetCtLogsAsync(
        [Service] ResponseCache<CtCatalogueRequest, CtCatalogueResponse<CtList<CtLog>>> cache,
        IResolverContext context,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        await cache.AnswerAsync(CtCatalogueRequest.Logs, context, httpContext, cancellationToken) is { } cached
            ? new CtLogs(cached.Response, cached.Freshness)
            : null;

    /// <summary>
    /// One Certificate Transparency log. Null, with the error `NOT_FOUND`, if Cloudflare knows none with this id. Rights and licence are
    /// those of `ctTimeseries`. Cached for 6 hours.
    /// </summary>
    /// <param name="id">The `id` from `ctLogs`: the log's slug, such as `argon2024`.</param>
    public static async Task<CtLogDetails?> GetCtLogAsync(
        [ID] string id,
        [Service] ResponseCache<CtCatalogueRequest, CtCatalogueResponse<CtLogData>> cache,
        IResolverContext context,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        await cache.AnswerAsync(CtCatalogueRequest.Log(id), context, httpContext, cancellationToken) is { } cached
            ? new CtLogDetails(cached.Response, cached.Freshness)
            : null;
}
