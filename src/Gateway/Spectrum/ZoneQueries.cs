using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Upstream;

namespace Gateway.Spectrum;

/// <summary>The zones of the query type. They call nobody.</summary>
[QueryType]
internal static partial class ZoneQueries
{
    /// <summary>One zone. The gateway asks Cloudflare nothing about it but what the fields below it need.</summary>
    /// <param name="id">The zone's id: 32 hex digits. Capitals are taken as lower case.</param>
    public static Zone? GetZone([ID] string id, IResolverContext context) => Report(ZoneArguments.One(id), context) is { } zoneId
        ? new Zone(zoneId)
        : null;

    /// <summary>
    /// Several zones, in the order of their ids. The fields below are asked for in each of them side by side, and fail in each by
    /// themselves: each zone counts as calls of the operation, and its errors have its index in their path.
    /// </summary>
    /// <param name="ids">The ids: 1 to 20, each once. An id has 32 hex digits. Capitals are taken as lower case.</param>
    [ListSize(AssumedSize = ZoneArguments.MaxZones)]
    public static IReadOnlyList<Zone>? GetZones(
        [ID, MaxLength(ZoneArguments.MaxZones)] IReadOnlyList<string> ids, IResolverContext context) =>
        Report(ZoneArguments.Several(ids), context) is { } zoneIds ? Array.ConvertAll(zoneIds, static id => new Zone(id)) : null;

    private static T? Report<T>(Result<T> result, IResolverContext context)
        where T : class
    {
        if (result.Failure is { } failure)
        {
            context.ReportError(failure.ToError());
        }

        return result.Value;
    }
}
