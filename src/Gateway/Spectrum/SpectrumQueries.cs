using Gateway.Caching;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;

namespace Gateway.Spectrum;

/// <summary>
/// The Spectrum fields of the query type. Arguments are read from the context, so that the call budget derives the same request from them.
/// </summary>
[QueryType]
internal static partial class SpectrumQueries
{
    [GraphQLDescription(FieldTexts.Bytime)]
    [SpectrumArguments]
    public static async Task<SpectrumBytime?> GetSpectrumBytimeAsync(
        [ID, GraphQLDescription(FieldTexts.ZoneId)] string zoneId,
        [GraphQLDescription(FieldTexts.TimeDelta)] SpectrumTimeDelta timeDelta,
        IResolverContext context,
        [Service] ResponseCache<SpectrumBytimeRequest, SpectrumResponse> cache,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        await cache.AnswerAsync(SpectrumBytimeRequest.Of(context), context, httpContext, cancellationToken) is { } cached
            ? new SpectrumBytime(cached.Response, cached.Freshness)
            : null;

    [GraphQLDescription(FieldTexts.Summary)]
    [SpectrumArguments]
    public static async Task<SpectrumSummary?> GetSpectrumSummaryAsync(
        [ID, GraphQLDescription(FieldTexts.ZoneId)] string zoneId,
        [DefaultValue(SpectrumTimeDelta.Hour), GraphQLDescription(FieldTexts.WindowDelta)] SpectrumTimeDelta? timeDelta,
        IResolverContext context,
        [Service] ResponseCache<SpectrumSummaryRequest, SpectrumResponse> cache,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        await cache.AnswerAsync(SpectrumSummaryRequest.Of(context), context, httpContext, cancellationToken) is { } cached
            ? new SpectrumSummary(cached.Response, cached.Freshness)
            : null;

    [GraphQLDescription(FieldTexts.Current)]
    public static async Task<SpectrumCurrent?> GetSpectrumCurrentAsync(
        [ID, GraphQLDescription(FieldTexts.ZoneId)] string zoneId,
        [ID, MaxLength(SpectrumCurrentRequest.MaxApps), GraphQLDescription(FieldTexts.AppIds)] IReadOnlyList<string>? appIds,
        [GraphQLDescription(FieldTexts.ColoName)] string? coloName,
        [Service] ResponseCache<SpectrumCurrentRequest, SpectrumCurrentResponse> cache,
        IResolverContext context,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        await cache.AnswerAsync(SpectrumCurrentRequest.Of(context), context, httpContext, cancellationToken) is { } cached
            ? new SpectrumCurrent(cached.Response, cached.Freshness)
            : null;

    [GraphQLDescription(FieldTexts.Apps)]
    public static async Task<SpectrumApps?> GetSpectrumAppsAsync(
        [ID, GraphQLDescription(FieldTexts.ZoneId)] string zoneId,
        [Service] ResponseCache<SpectrumAppsRequest, SpectrumAppsResponse> cache,
        IResolverContext context,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        await cache.AnswerAsync(SpectrumAppsRequest.Of(context), context, httpContext, cancellationToken) is { } cached
            ? new SpectrumApps(cached.Response, cached.Freshness)
            : null;
}
