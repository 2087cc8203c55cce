using Gateway.Caching;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;

namespace Gateway.Radar;

/// <summary>How long a reply may be used: the shorter its intervals, the sooner its last one has changed.</summary>
internal static class RadarLifetime
{
    private static readonly Lifetime Settled = new(TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24));

    public static Lifetime Of(CtTimeseriesQuery query, CtMeta meta) => IsSettled(query, meta) ? Settled : Open(query, meta);

    /// <summary>Whether all dates end before what Cloudflare had counted when it last added data.</summary>
    private static bool IsSettled(CtTimeseriesQuery query, CtMeta meta)
    {
        if (meta.LastUpdated is not { } lastUpdated || Length(query, meta) is not { } length)
        {
            return false;
        }

        foreach (var series in query.Series)
        {
            if (series.DateEnd is not { } end || end > lastUpdated - length)
            {
                return false;
            }
        }

        return true;
    }

    private static Lifetime Open(CtTimeseriesQuery query, CtMeta meta) => Length(query, meta) switch
    {
        { TotalHours: < 1 } or null => Minutes(5, 10, 2 * 60),
        { TotalHours: < 24 } => Minutes(10, 20, 6 * 60),
        { TotalDays: < 7 } => Minutes(30, 60, 24 * 60),
        _ => Minutes(60, 120, 24 * 60),
    };

    private static Lifetime Minutes(int fresh, int whileRevalidating, int ifError) =>
        new(TimeSpan.FromMinutes(fresh), TimeSpan.FromMinutes(whileRevalidating), TimeSpan.FromMinutes(ifError));

    /// <summary>The length of an interval, as it was answered or else asked for; null where neither says.</summary>
    private static TimeSpan? Length(CtTimeseriesQuery query, CtMeta meta) => (meta.AggInterval, query.AggInterval) switch
    {
        (CtResultInterval.FIFTEEN_MINUTES, _) => TimeSpan.FromMinutes(15),
        (CtResultInterval.ONE_HOUR, _) => TimeSpan.FromHours(1),
        (CtResultInterval.ONE_DAY, _) => TimeSpan.FromDays(1),
        (CtResultInterval.ONE_WEEK, _) => TimeSpan.FromDays(7),
        (CtResultInterval.ONE_MONTH, _) => TimeSpan.FromDays(31),
        (_, CtAggInterval.FifteenMinutes) => TimeSpan.FromMinutes(15),
        (_, CtAggInterval.OneHour) => TimeSpan.FromHours(1),
        (_, CtAggInterval.OneDay) => TimeSpan.FromDays(1),
        (_, CtAggInterval.OneWeek) => TimeSpan.FromDays(7),
        _ => null,
    };
}
