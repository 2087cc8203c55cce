using System.Collections.Concurrent;
using Gateway.Caching;
using Gateway.Upstream;

namespace Gateway.Spectrum.Requests;

/// <summary>
/// The requests of a field of <c>Zone</c>. One selection stands for all zones of a list, so its memo has a request for each.
/// </summary>
internal static class ZoneRequests
{
    public static Result<T> Of<T>(IResolverContext context, string zoneId, Func<IResolverContext, string, Result<T>> create)
        where T : class
    {
        var memo = context.GetMemo<ConcurrentDictionary<string, T>>();
        if (memo is not null && memo.TryGetValue(zoneId, out var known))
        {
            return known;
        }

        var created = create(context, zoneId);
        if (created.Value is { } request)
        {
            // If another zone's memo is set meanwhile, this one is derived again next time.
            memo ??= context.SetMemo((Result<ConcurrentDictionary<string, T>>)new ConcurrentDictionary<string, T>()).Value!;
            memo[zoneId] = request;
        }

        return created;
    }
}
