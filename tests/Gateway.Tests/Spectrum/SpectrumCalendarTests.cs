using System.Globalization;
using Gateway.Spectrum.Inputs;

namespace Gateway.Tests.Spectrum;

public sealed class SpectrumCalendarTests
{
    [Theory]
    [InlineData(SpectrumTimeDelta.Minute, "2026-05-17T13:37:59.9999999Z", "2026-05-17T13:37:00Z", "2026-05-17T13:38:00Z")]
    [InlineData(SpectrumTimeDelta.Minute, "2026-12-31T23:59:30Z", "2026-12-31T23:59:00Z", "2027-01-01T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Dekaminute, "2026-05-17T13:37:59Z", "2026-05-17T13:30:00Z", "2026-05-17T13:40:00Z")]
    [InlineData(SpectrumTimeDelta.Hour, "2026-05-17T13:37:59Z", "2026-05-17T13:00:00Z", "2026-05-17T14:00:00Z")]
    [InlineData(SpectrumTimeDelta.Day, "2028-02-29T00:00:00.0000001Z", "2028-02-29T00:00:00Z", "2028-03-01T00:00:00Z")]

    // 2026-05-17 is a Sunday.
    [InlineData(SpectrumTimeDelta.Week, "2026-05-17T23:59:59.9999999Z", "2026-05-11T00:00:00Z", "2026-05-18T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Week, "2026-05-18T00:00:00Z", "2026-05-18T00:00:00Z", "2026-05-25T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Week, "2027-01-01T12:00:00Z", "2026-12-28T00:00:00Z", "2027-01-04T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Month, "2026-01-31T23:59:59Z", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Month, "2028-02-29T12:00:00Z", "2028-02-01T00:00:00Z", "2028-03-01T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Month, "2026-12-01T00:00:00Z", "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Quarter, "2026-03-31T23:59:59Z", "2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Quarter, "2026-04-01T00:00:00Z", "2026-04-01T00:00:00Z", "2026-07-01T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Quarter, "2026-09-15T00:00:00Z", "2026-07-01T00:00:00Z", "2026-10-01T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Quarter, "2026-11-15T00:00:00Z", "2026-10-01T00:00:00Z", "2027-01-01T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Year, "2028-12-31T23:59:59.9999999Z", "2028-01-01T00:00:00Z", "2029-01-01T00:00:00Z")]

    // The offset of the text doesn't matter: this is the last hour of April in UTC.
    [InlineData(SpectrumTimeDelta.Month, "2026-05-01T01:30:00+02:00", "2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Day, "2026-05-01T01:30:00+05:30", "2026-04-30T00:00:00Z", "2026-05-01T00:00:00Z")]
    public void An_interval_begins_where_the_calendar_has_it_in_UTC(SpectrumTimeDelta delta, string instant, string start, string next)
    {
        delta.Floor(Instant(instant)).ShouldBe(Instant(start));
        delta.Floor(Instant(instant)).Offset.ShouldBe(TimeSpan.Zero);
        delta.Next(Instant(instant)).ShouldBe(Instant(next));
    }

    [Fact]
    public void The_intervals_of_thirty_years_follow_each_other_without_a_gap()
    {
        foreach (var delta in Enum.GetValues<SpectrumTimeDelta>().Where(delta => delta <= SpectrumTimeDelta.Day))
        {
            var lengths = new HashSet<TimeSpan>();
            for (var start = delta.Floor(Instant("2000-01-01T00:00:00Z")); start.Year < 2030;)
            {
                var next = delta.Next(start);
                delta.Floor(start).ShouldBe(start);
                delta.Floor(next.AddTicks(-1)).ShouldBe(start);
                delta.Next(next.AddTicks(-1)).ShouldBe(next);
                lengths.Add(next - start);
                start = next;
            }

            lengths.Min().ShouldBe(delta.Shortest());
        }
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
