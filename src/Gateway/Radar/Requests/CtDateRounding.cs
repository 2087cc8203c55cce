using Gateway.Radar.Inputs;

namespace Gateway.Radar.Requests;

/// <summary>Rounds dates down to 15 minutes as Cloudflare does, so that dates with the same data have one key.</summary>
internal static class CtDateRounding
{
    private static readonly TimeSpan Grid = TimeSpan.FromMinutes(15);

    public static CtSeriesInput RoundDown(CtSeriesInput series) => series is { DateStart: { } start, DateEnd: { } end }
        ? series with { DateStart = RoundDown(start), DateEnd = RoundDown(end) }
        : series;

    public static DateTimeOffset RoundDown(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % Grid.Ticks), TimeSpan.Zero);
}
