using Gateway.Caching;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;

namespace Gateway.Spectrum;

/// <summary>The Spectrum fields of a zone. They are those of the query type, without the zone's id.</summary>
[ObjectType<Zone>]
internal static partial class ZoneFields
{
    [GraphQLDescription(FieldTexts.Bytime)]
    [SpectrumArguments]
    public static async Task<SpectrumBytime?> GetSpectrumBytimeAsync(
        [Parent] Zone zone,
        [GraphQLDescription(FieldTexts.TimeDelta)] SpectrumTimeDelta timeDelta,
        IResolverContext context,
        [Service] ResponseCache<SpectrumBytimeRequest, SpectrumResponse> cache,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        await cache.AnswerAsync(
            ZoneRequests.Of(context, zone.Id, SpectrumBytimeRequest.Of), context, httpContext, cancellationToken) is { } cached
            ? new SpectrumBytime(cached.Response, cached.Freshness)
            : null;

    [GraphQLDescription(FieldTexts.Summary)]
    [SpectrumArguments]
    public static async Task<SpectrumSummary?> GetSpectrumSummaryAsync(
        [Parent] Zone zone,
        [DefaultValue(SpectrumTimeDelta.Hour), GraphQLDescription(FieldTexts.WindowDelta)] SpectrumTimeDelta? timeDelta,
        IResolverContext context,
        [Service] ResponseCache<SpectrumSummaryRequest, SpectrumResponse> cache,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        await cache.AnswerAsync(
            ZoneRequests.Of(context, zone.Id, SpectrumSummaryRequest.Of), context, httpContext, cancellationToken) is { } cached
            ? new SpectrumSummary(cached.Response, cached.Freshness)
            : null;

    [GraphQLDescription(FieldTexts.Current)]
    public static async Task<SpectrumCurrent?> GetSpectrumCurrentAsync(
        [Parent] Zone zone,
        [ID, MaxLength(SpectrumCurrentRequest.MaxApps), GraphQLDescription(FieldTexts.AppIds)] IReadOnlyList<string>? appIds,
        [GraphQLDescription(FieldTexts.ColoName)] string? coloName,
        IResolverContext context,
        [Service] ResponseCache<SpectrumCurrentRequest, SpectrumCurrentResponse> cache,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        await cache.AnswerAsync(
            ZoneRequests.Of(context, zone.Id, SpectrumCurrentRequest.Of), context, httpContext, cancellationToken) is { } cached
            ? new SpectrumCurrent(cached.Response, cached.Freshness)
            : null;

    [GraphQLDescription(FieldTexts.Apps)]
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
