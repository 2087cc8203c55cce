using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;

namespace Gateway.Tests.Spectrum.Wire;

/// <summary>Which intervals of a response are complete.</summary>
public sealed class CompleteIntervalsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(SpectrumTimeDelta.Minute, "2026-06-01T11:58", "2026-06-01T11:59")]
    [InlineData(SpectrumTimeDelta.Dekaminute, "2026-06-01T11:40", "2026-06-01T11:50")]
    [InlineData(SpectrumTimeDelta.Hour, "2026-06-01T10:00", "2026-06-01T11:00")]
    [InlineData(SpectrumTimeDelta.Day, "2026-05-30T12:00", "2026-05-31T12:00")]
    [InlineData(SpectrumTimeDelta.Week, "2026-05-18T12:00", "2026-05-25T12:00")]
    [InlineData(SpectrumTimeDelta.Month, "2026-04-01T12:00", "2026-05-01T12:00")]
    [InlineData(SpectrumTimeDelta.Quarter, "2025-12-01T12:00", "2026-03-01T12:00")]
    [InlineData(SpectrumTimeDelta.Year, "2024-06-01T12:00", "2025-06-01T12:00")]
    public void The_last_interval_is_complete_when_its_length_is_over(SpectrumTimeDelta delta, string first, string last)
    {
        var arguments = new SpectrumEventsArguments(Requests.Zone, delta) { Since = DateTimeOffset.Parse(first + "Z", null) };
        Complete(arguments, Noon, 0, first, last).ShouldBe([true, true]);
        Complete(arguments, Noon.AddTicks(-1), 0, first, last).ShouldBe([true, false]);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    [InlineData(1, false)]
    public void An_interval_is_complete_once_the_lag_is_over_too(int ticks, bool isComplete) =>
        Complete(Hours(8), Noon, (3600 * 1.0) + TimeSpan.FromTicks(ticks).TotalSeconds, "2026-06-01T10:00").ShouldBe([isComplete]);

    [Theory]
    [InlineData(-0.001)]
    [InlineData(-1e300)]
    [InlineData(1e9)]
    [InlineData(1e300)]
    public void A_lag_that_cannot_be_tells_nothing(double lag) =>
        Complete(Hours(8), Noon, lag, "2026-06-01T08:00", "2026-06-01T09:00").ShouldBe([false, false]);

    /// <summary>Cloudflare's end may be the last second of an interval, or the first one after it.</summary>
    [Theory]
    [InlineData("2026-06-01T11:00:00Z")]
    [InlineData("2026-06-01T11:59:59Z")]
    [InlineData("2026-06-01T12:00:00Z")]
    [InlineData("2026-06-01T18:00:00Z")]
    public void The_end_that_Cloudflare_sends_does_not_count(string end)
    {
        var result = $$"""{ "rows": 0, "data_lag": 0, "time_intervals": [["2026-06-01T11:00:00Z", "{{end}}"]] }""";
        Answers.Read(result, Hours(8), askedAt: Noon).TimeIntervals[0].Complete.ShouldBeTrue();
        Answers.Read(result, Hours(8), askedAt: Noon.AddTicks(-1)).TimeIntervals[0].Complete.ShouldBeFalse();
    }

    [Fact]
    public void An_interval_that_the_end_of_the_window_cuts_is_not() =>
        Complete(Hours(8) with { Until = Noon.AddMinutes(-90) }, Noon, 0, "2026-06-01T08:00", "2026-06-01T09:00", "2026-06-01T10:00")
            .ShouldBe([true, true, false]);

    /// <summary>Whether Cloudflare sends the whole interval, or begins with the window.</summary>
    [Theory]
    [InlineData("2026-06-01T08:00")]
    [InlineData("2026-06-01T08:20")]
    public void The_first_interval_is_not_if_the_window_starts_within_it(string first) =>
        Complete(Hours(8) with { Since = Noon.AddHours(-4).AddMinutes(20) }, Noon, 0, first, "2026-06-01T09:00").ShouldBe([false, true]);

    [Fact]
    public void A_window_in_the_future_is_complete_up_to_now() =>
        Complete(Hours(10) with { Until = Noon.AddHours(6) }, Noon, 0, "2026-06-01T10:00", "2026-06-01T11:00", "2026-06-01T12:00")
            .ShouldBe([true, true, false]);

    [Fact]
    public void Without_since_the_window_starts_six_hours_before_until() =>
        Complete(Requests.Least with { Until = Noon }, Noon, 0, "2026-06-01T05:00", "2026-06-01T06:00").ShouldBe([false, true]);

    [Theory]
    [InlineData("", false, false)]
    [InlineData(", \"query\": {}", false, false)]
    [InlineData(", \"query\": { \"since\": \"yesterday\" }", false, false)]
    [InlineData(", \"query\": { \"since\": \"2026-06-01T08:30:00Z\" }", false, true)]
    [InlineData(", \"query\": { \"since\": \"2026-06-01T08:00:00Z\" }", true, true)]
    public void Without_any_time_the_window_starts_where_Cloudflare_says(string echo, bool first, bool second) =>
        Read(Requests.Least, echo).ShouldBe([first, second]);

    /// <summary>Cloudflare may have dropped what is older, and echo a shorter window than that which was asked for.</summary>
    [Theory]
    [InlineData("2026-06-01T07:00:00Z", true, true)]
    [InlineData("2026-06-01T08:30:00Z", false, true)]
    [InlineData("2026-06-01T09:30:00Z", false, false)]
    public void The_window_starts_no_earlier_than_Cloudflare_says(string since, bool first, bool second) =>
        Read(Hours(8), $$""", "query": { "since": "{{since}}", "until": "2026-06-01T08:00:00Z" }""").ShouldBe([first, second]);

    [Fact]
    public void A_point_is_as_complete_as_its_interval_and_one_without_an_interval_is_not()
    {
        var row = Answers.Read(
            """{ "rows": 1, "data_lag": 0, "time_intervals": [["2026-06-01T10:00:00Z"], ["2026-06-01T11:00:00Z"]], "data": [{ "metrics": [[1, 2, 3]] }] }""",
            Hours(8),
            askedAt: Noon.AddMinutes(-1)).Rows.ShouldHaveSingleItem();
        row.Points.Select(point => point.Complete).ShouldBe([true, false, false]);
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(1, 1, false)]
    [InlineData(2, 1, true)]
    [InlineData(2147483647, 0, true)]
    [InlineData(0, 1, false)]
    public void An_answer_is_truncated_if_there_are_more_rows_than_it_has(int rows, int sent, bool isTruncated)
    {
        var data = Answers.Read($$"""{ "rows": {{rows}}, "data_lag": 0, "data": [{{string.Join(',', Enumerable.Repeat("{}", sent))}}] }""");
        new SpectrumBytime(new SpectrumResponse(data, Noon, [], Noon), default!).Truncated.ShouldBe(isTruncated);
    }

    private static SpectrumEventsArguments Hours(int since) => Requests.Least with { Since = Noon.AddHours(since - 12) };

    private static bool[] Read(SpectrumEventsArguments arguments, string echo) => [.. Answers.Read(
        $$"""{ "rows": 0, "data_lag": 0, "time_intervals": [["2026-06-01T08:00:00Z"], ["2026-06-01T09:00:00Z"]]{{echo}} }""", arguments, askedAt: Noon)
        .TimeIntervals.Select(interval => interval.Complete)];

    private static bool[] Complete(SpectrumEventsArguments arguments, DateTimeOffset askedAt, double lag, params string[] starts)
    {
        var intervals = string.Join(',', starts.Select(start => $"[\"{start}:00Z\"]"));
        var data = Answers.Read(
            FormattableString.Invariant($$"""{ "rows": 0, "data_lag": {{lag:R}}, "time_intervals": [{{intervals}}] }"""), arguments, askedAt: askedAt);
        return [.. data.TimeIntervals.Select(interval => interval.Complete)];
    }
}
