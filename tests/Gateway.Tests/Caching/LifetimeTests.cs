using Gateway.Caching;
using Gateway.Radar;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Spectrum;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Tests.Spectrum;
using Gateway.Tests.Spectrum.Wire;

namespace Gateway.Tests.Caching;

public sealed class LifetimeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(SpectrumTimeDelta.Minute, 15)]
    [InlineData(SpectrumTimeDelta.Dekaminute, 60)]
    [InlineData(SpectrumTimeDelta.Hour, 120)]
    [InlineData(SpectrumTimeDelta.Day, 300)]
    [InlineData(SpectrumTimeDelta.Year, 900)]
    public void Spectrum_data_that_touches_now_is_fresh_for_as_long_as_its_intervals_allow(SpectrumTimeDelta delta, int seconds) =>
        Fresh(new(Requests.Zone, delta), lag: 3).ShouldBe(seconds);

    [Theory]
    [InlineData(SpectrumTimeDelta.Minute, 3, 9 * 60 + 59, false)]
    [InlineData(SpectrumTimeDelta.Minute, 3, 10 * 60, true)]
    [InlineData(SpectrumTimeDelta.Hour, 3, 3602, false)]
    [InlineData(SpectrumTimeDelta.Hour, 3, 3603, true)]
    [InlineData(SpectrumTimeDelta.Hour, 7200, 3 * 3600, true)]
    [InlineData(SpectrumTimeDelta.Hour, 7201, 3 * 3600, false)]
    public void A_window_of_spectrum_is_settled_a_lag_and_an_interval_after_its_end(SpectrumTimeDelta delta, double lag, int secondsAgo, bool isSettled) =>
        (Fresh(new(Requests.Zone, delta) { Until = Noon.AddSeconds(-secondsAgo) }, lag) == 3600).ShouldBe(isSettled);

    /// <summary>The call was made at 12:00:00, and its answer came three seconds later.</summary>
    [Theory]
    [InlineData(SpectrumTimeDelta.Minute, "30m", null, 15, 57, 30, 15 * 60)]
    [InlineData(SpectrumTimeDelta.Hour, "24h", null, 120, 3597, 300, 3600)]
    [InlineData(SpectrumTimeDelta.Hour, "90m", null, 120, 1797, 300, 3600)]

    // Settled, but not in its place after the turn.
    [InlineData(SpectrumTimeDelta.Hour, "24h", "7d", 3600, 3597, 300, 3600)]
    [InlineData(SpectrumTimeDelta.Minute, "30m", "1d", 3600, 57, 30, 15 * 60)]
    [InlineData(SpectrumTimeDelta.Day, "7d", "7d", 3600, (12 * 3600) - 3, 15 * 60, 6 * 3600)]

    // Its end is not long ago.
    [InlineData(SpectrumTimeDelta.Hour, "24h", "1h", 120, 3597, 300, 3600)]
    public void A_window_expires_at_its_turn_at_the_latest(
        SpectrumTimeDelta delta, string window, string? shift, int fresh, int turn, int whileRevalidating, int ifError)
    {
        var request = Requests.Create(new(Requests.Zone, delta) { Window = window, Shift = shift });
        var lifetime = SpectrumLifetime.Of(request, new(Answers.Read("{ \"rows\": 0, \"data_lag\": 3 }"), Noon, [], Noon.AddSeconds(3)));
        lifetime.Fresh.ShouldBe(TimeSpan.FromSeconds(fresh));
        lifetime.Turn.ShouldBe(new Turn(TimeSpan.FromSeconds(turn), TimeSpan.FromSeconds(whileRevalidating), TimeSpan.FromSeconds(ifError)));
    }

    [Fact]
    public void Dates_never_turn() => SpectrumLifetime.Of(
        Requests.Create(Requests.Least), new(Answers.Read("{ \"rows\": 0, \"data_lag\": 3 }"), Noon, [], Noon)).Turn.ShouldBeNull();

    [Theory]
    [InlineData(CtResultInterval.FIFTEEN_MINUTES, 5)]
    [InlineData(CtResultInterval.ONE_HOUR, 10)]
    [InlineData(CtResultInterval.ONE_DAY, 30)]
    [InlineData(CtResultInterval.ONE_MONTH, 60)]
    [InlineData(null, 5)]
    public void Radars_data_that_touches_now_is_fresh_for_as_long_as_its_intervals_allow(CtResultInterval? interval, int minutes) =>
        RadarLifetime.Of(new(CtQuestion.Timeseries(null), [new() { DateRange = "7d" }]), Meta(interval, Noon)).Fresh.TotalMinutes.ShouldBe(minutes);

    [Theory]
    [InlineData(60, true)]
    [InlineData(59, false)]
    [InlineData(null, false)]
    public void Radars_dates_are_settled_an_interval_before_the_last_update(int? minutesAgo, bool isSettled)
    {
        var series = new CtSeriesInput { DateStart = Noon.AddDays(-1), DateEnd = minutesAgo is { } minutes ? Noon.AddMinutes(-minutes) : Noon };
        var lastUpdated = minutesAgo is null ? (DateTimeOffset?)null : Noon;
        (RadarLifetime.Of(new(CtQuestion.Timeseries(null), [series]), Meta(CtResultInterval.ONE_HOUR, lastUpdated)).Fresh == TimeSpan.FromHours(1)).ShouldBe(isSettled);

        // One series that moves with now keeps all of them open.
        RadarLifetime.Of(new(CtQuestion.Timeseries(null), [series, new() { DateRange = "7d" }]), Meta(CtResultInterval.ONE_HOUR, lastUpdated)).Fresh.ShouldBe(TimeSpan.FromMinutes(10));
    }

    [Theory]
    [InlineData(CtResultInterval.FIFTEEN_MINUTES, 5)]
    [InlineData(CtResultInterval.ONE_MONTH, 60)]
    public void An_update_at_the_beginning_of_time_settles_nothing(CtResultInterval interval, int minutes)
    {
        var series = new CtSeriesInput { DateStart = Noon.AddDays(-1), DateEnd = Noon };
        RadarLifetime.Of(new(CtQuestion.Timeseries(null), [series]), Meta(interval, DateTimeOffset.MinValue))
            .Fresh.TotalMinutes.ShouldBe(minutes);
    }

    /// <summary>A summary has no interval: its period is over when the data is.</summary>
    [Theory]
    [InlineData(0, 60)]
    [InlineData(-1, 10)]
    public void A_summary_is_settled_once_its_dates_are_over(int minutesAgo, int minutes)
    {
        var series = new CtSeriesInput { DateStart = Noon.AddDays(-1), DateEnd = Noon.AddMinutes(-minutesAgo) };
        RadarLifetime.Of(new(CtQuestion.Summaries(CtDimension.CA, null, null), [series]), Meta(null, Noon)).Fresh.TotalMinutes.ShouldBe(minutes);
    }

    private static double Fresh(SpectrumEventsArguments arguments, double lag)
    {
        var reply = new SpectrumResponse(Answers.Read(FormattableString.Invariant($"{{ \"rows\": 0, \"data_lag\": {lag} }}")), Noon, [], Noon);
        return SpectrumLifetime.Of(Requests.Create(arguments), reply).Fresh.TotalSeconds;
    }

    private static CtMeta Meta(CtResultInterval? interval, DateTimeOffset? lastUpdated) => new(interval, null, [], lastUpdated, null, []);
}
