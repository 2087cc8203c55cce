namespace Gateway.Sandbox.Radar;

/// <summary>
/// An interval of a series. Cloudflare does not document which range allows which interval. These bounds agree with every known case.
/// </summary>
/// <param name="Name">The name in requests.</param>
/// <param name="Answered">The name in responses.</param>
internal sealed record AggInterval(string Name, string Answered, TimeSpan Length, TimeSpan MostRange)
{
    private static readonly AggInterval OneHour = new("1h", "ONE_HOUR", TimeSpan.FromHours(1), TimeSpan.FromDays(31));
    private static readonly AggInterval OneDay = new("1d", "ONE_DAY", TimeSpan.FromDays(1), TimeSpan.MaxValue);

    /// <summary>The finest interval. All windows are aligned to it.</summary>
    public static AggInterval Grid { get; } = new("15m", "FIFTEEN_MINUTES", TimeSpan.FromMinutes(15), TimeSpan.FromDays(7));

    public static AggInterval[] All { get; } = [Grid, OneHour, OneDay, new("1w", "ONE_WEEK", TimeSpan.FromDays(7), TimeSpan.MaxValue)];

    public static AggInterval Default(TimeSpan range) => range <= OneDay.Length ? Grid : range <= OneHour.MostRange ? OneHour : OneDay;
}
