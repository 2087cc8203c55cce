using Gateway.Upstream;

namespace Gateway.Spectrum.Requests;

/// <summary>The arguments of <c>zone</c> and <c>zones</c>.</summary>
internal static class ZoneArguments
{
    /// <summary>The maximum number of zones.</summary>
    public const int MaxZones = 20;

    /// <returns>The id in lower case.</returns>
    public static Result<string> One(string id) =>
        ZoneId.FaultOf(id, "id") is { } wrong ? Failure.BadInput("id", wrong) : id.ToLowerInvariant();

    /// <returns>The ids in lower case, in their order.</returns>
    public static Result<string[]> Several(IReadOnlyList<string> ids)
    {
        if (ids.Count is 0 or > MaxZones)
        {
            return Failure.BadInput("ids", FormattableString.Invariant($"`ids` has to have 1 to {MaxZones} ids."));
        }

        var zones = new List<string>(ids.Count);
        for (var i = 0; i < ids.Count; i++)
        {
            if (ZoneId.FaultOf(ids[i], FormattableString.Invariant($"ids[{i}]")) is { } wrong)
            {
                return Failure.BadInput("ids", wrong);
            }

            var id = ids[i].ToLowerInvariant();
            if (zones.Contains(id))
            {
                return Failure.BadInput("ids", $"`ids` has {id} more than once. Give each zone once.");
            }

            zones.Add(id);
        }

        return zones.ToArray();
    }
}
