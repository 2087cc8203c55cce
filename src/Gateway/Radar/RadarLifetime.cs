using Gateway.Caching;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;

namespace Gateway.Radar;

/// <summary>The lifetime of a response. The shorter its intervals, the sooner the last one changes.</summary>
internal static class RadarLifetime
{
    private static readonly Lifetime Settled = new(TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24));

    /// <summary>Dates are settled if they end at least one interval before Cloudflare last added data.</summary>
    public static Lifetime Of(CtSeriesQuery query, CtMeta meta)
    {
        var (length, open) = (meta.AggInterval, query.Question.AggInterval) switch
        {
            (CtResultInterval.FIFTEEN_MINUTES, _) or (null or CtResultInterval.UNKNOWN, CtAggInterval.FifteenMinutes) =>
                (TimeSpan.FromMinutes(15), Minutes(5, 10, 2 * 60)),
            (CtResultInterval.ONE_HOUR, _) or (null or CtResultInterval.UNKNOWN, CtAggInterval.OneHour) =>
                (TimeSpan.FromHours(1), Minutes(10, 20, 6 * 60)),
            (CtResultInterval.ONE_DAY, _) or (null or CtResultInterval.UNKNOWN, CtAggInterval.OneDay) =>
                (TimeSpan.FromDays(1), Minutes(30, 60, 24 * 60)),
            (CtResultInterval.ONE_WEEK, _) or (null or CtResultInterval.UNKNOWN, CtAggInterval.OneWeek) =>
                (TimeSpan.FromDays(7), Minutes(60, 120, 24 * 60)),
            (CtResultInterval.ONE_MONTH, _) => (TimeSpan.FromDays(31), Minutes(60, 120, 24 * 60)),

            // A value of the whole period, which has no interval.
            _ when query.Question.IsSummary => (TimeSpan.Zero, Minutes(10, 20, 6 * 60)),

            // Neither the response nor the request has an interval.
            _ => ((TimeSpan?)null, Minutes(5, 10, 2 * 60)),
        };

        // A difference of two times never overflows, whatever time Cloudflare says.
        return query.Series.All(series => meta.LastUpdated - series.DateEnd >= length) ? Settled : open;
    }

    private static Lifetime Minutes(int fresh, int whileRevalidating, int ifError) =>
        new(TimeSpan.FromMinutes(fresh), TimeSpan.FromMinutes(whileRevalidating), TimeSpan.FromMinutes(ifError));
}
