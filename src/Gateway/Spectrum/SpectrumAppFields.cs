using Gateway.Caching;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Upstream;

namespace Gateway.Spectrum;

/// <summary>The application of a row, which another endpoint of Cloudflare has than the row.</summary>
internal static class SpectrumAppFields
{
    /// <summary>Loads a zone's applications: once for a request, however many rows ask.</summary>
    [DataLoader(AccessModifier = DataLoaderAccessModifier.Internal)]
    internal static async Task<ZoneApps> GetZoneAppsAsync(
        ZoneAppsKey key, ResponseCache<SpectrumAppsRequest, SpectrumAppsResponse> cache, CancellationToken cancellationToken) =>
        new(await cache.GetAsync(SpectrumAppsRequest.Create(key.ZoneId), key.Http, cancellationToken));

    /// <summary>
    /// Finds an application. If the applications of the zone can't be read, one row has the error, and the others are null without one: a
    /// row without a name is still a row.
    /// </summary>
    public static async Task<SpectrumApp?> FindAsync(
        this IZoneAppsDataLoader loader,
        string zoneId,
        string? appId,
        IResolverContext context,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (appId is null || await loader.LoadAsync(new ZoneAppsKey(zoneId, http), cancellationToken) is not { } apps)
        {
            return null;
        }

        if (apps.TakeFailure() is { } failure)
        {
            context.ReportError(failure.ToError());
        }

        return apps.Find(appId);
    }
}

/// <summary>The application of a row of analytics.</summary>
[ObjectType<SpectrumDimensions>]
internal static partial class DimensionsAppField
{
    [Cost(1)]
    [GraphQLDescription(FieldTexts.App)]
    public static Task<SpectrumApp?> GetAppAsync(
        [Parent] SpectrumDimensions dimensions,
        IZoneAppsDataLoader zoneApps,
        IResolverContext context,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        zoneApps.FindAsync(dimensions.ZoneId, dimensions.AppId, context, httpContext, cancellationToken);
}

/// <summary>The application of a row of the last minute.</summary>
[ObjectType<SpectrumCurrentApp>]
internal static partial class CurrentAppField
{
    [Cost(1)]
    [GraphQLDescription(FieldTexts.App)]
    public static Task<SpectrumApp?> GetAppAsync(
        [Parent] SpectrumCurrentApp current,
        IZoneAppsDataLoader zoneApps,
        IResolverContext context,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        zoneApps.FindAsync(current.ZoneId, current.AppId, context, httpContext, cancellationToken);
}
