using Gateway.Columns;

namespace Gateway.Tests.Columns;

/// <summary>Which intervals are complete, by hand. A number is an hour of a day, and an interval has an hour.</summary>
public sealed class CompleteRangeTests
{
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly IntervalLength Hour = IntervalLength.OfTime(TimeSpan.FromHours(1));

    [Theory]
    [InlineData("1 2 3", 1.0, 4.0, 4.0, "yyy")]
    [InlineData("1 2 3", 0.0, 9.0, 9.0, "yyy")]
    [InlineData("", 0.0, 9.0, 9.0, "")]
    [InlineData("1", 1.0, 2.0, 2.0, "y")]
    public void An_interval_in_the_window_and_the_data_is_complete(string starts, double from, double until, double data, string complete) =>
        Told(starts, from, until, data).ShouldBe(complete);

    [Theory]
    [InlineData(1.001, "nyy")]
    [InlineData(1.999, "nyy")]
    [InlineData(2.0, "nyy")]
    [InlineData(2.001, "nny")]
    [InlineData(3.001, "nnn")]
    [InlineData(null, "nnn")]
    public void None_that_starts_before_the_window_is(double? from, string complete) => Told("1 2 3", from, 4, 4).ShouldBe(complete);

    [Theory]
    [InlineData(3.999, "yyn")]
    [InlineData(3.0, "yyn")]
    [InlineData(2.999, "ynn")]
    [InlineData(1.5, "nnn")]
    [InlineData(null, "nnn")]
    public void None_that_ends_after_the_window_or_the_data_is(double? end, string complete)
    {
        Told("1 2 3", 1, end, 4).ShouldBe(complete);
        Told("1 2 3", 1, 4, end).ShouldBe(complete);
    }

    [Theory]
    [InlineData("1 2 5 6", 9.0, "yyyy")]
    [InlineData("1 2 5 6", 4.0, "ynnn")]
    [InlineData("1 4", 3.0, "nn")]
    public void An_interval_before_a_gap_ends_after_the_gap(string starts, double until, string complete) =>
        Told(starts, 1, until, 9).ShouldBe(complete);

    /// <summary>Clipped to a window that begins or ends within it, or cut in two: a part is not the interval.</summary>
    [Theory]
    [InlineData("1.5 2 3", "nyy")]
    [InlineData("1 1.5 2 3", "nnyy")]
    [InlineData("1 2 2.5 3", "ynnn")]
    public void An_interval_that_is_too_short_is_not(string starts, string complete) => Told(starts, 1, 4, 9).ShouldBe(complete);

    [Theory]
    [InlineData("3 2 1")]
    [InlineData("1 2 2 3")]
    [InlineData("1 2 3 1")]
    [InlineData("1 3 2 4")]
    public void None_is_if_they_are_out_of_order(string starts) => Told(starts, 1, 9, 9).ShouldNotContain('y');

    [Fact]
    public void Without_a_length_the_last_one_has_no_end()
    {
        Told("1 2 3", 1, 9, 9, null).ShouldBe("yyn");
        Told("1", 1, 9, 9, null).ShouldBe("n");
        Told("1 2 2", 1, 9, 9, null).ShouldBe("nnn");
    }

    [Fact]
    public void The_end_is_the_index_after_the_last_complete_one()
    {
        Of("1 2 3", 1, 3, 9).ShouldBe(new CompleteRange(0, 2));
        Of("1 2 3", 1.5, 4, 9).ShouldBe(new CompleteRange(1, 3));
        Of("1 2 3", 4, 9, 9).ShouldBe(CompleteRange.None);
        CompleteRange.None.ShouldBe(new CompleteRange(0, 0));
    }

    [Theory]
    [InlineData(1, "2024-01-01", "2024-02-01")]
    [InlineData(1, "2024-02-01", "2024-03-01")]
    [InlineData(1, "2024-12-01", "2025-01-01")]
    [InlineData(3, "2024-10-01", "2025-01-01")]
    [InlineData(12, "2024-01-01", "2025-01-01")]
    [InlineData(12, "2025-01-01", "2026-01-01")]
    public void Months_are_those_of_the_calendar(int months, string start, string end)
    {
        IntervalLength.OfMonths(months).EndOf(At(start)).ShouldBe(At(end));

        static DateTimeOffset At(string day) => new(DateTime.SpecifyKind(DateTime.Parse(day, null), DateTimeKind.Utc));
    }

    [Fact]
    public void An_interval_that_ends_after_all_time_has_no_end()
    {
        Hour.EndOf(DateTimeOffset.MaxValue - TimeSpan.FromHours(1)).ShouldBe(DateTimeOffset.MaxValue);
        Hour.EndOf(DateTimeOffset.MaxValue - TimeSpan.FromHours(1) + TimeSpan.FromTicks(1)).ShouldBeNull();
        IntervalLength.OfMonths(12).EndOf(DateTimeOffset.MaxValue.AddMonths(-12)).ShouldBe(DateTimeOffset.MaxValue);
        IntervalLength.OfMonths(12).EndOf(DateTimeOffset.MaxValue.AddDays(-360)).ShouldBeNull();
    }

    private static string Told(string starts, double? from, double? until, double? data) => Told(starts, from, until, data, Hour);

    private static string Told(string starts, double? from, double? until, double? data, IntervalLength? length)
    {
        var count = starts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var range = Of(starts, from, until, data, length);
        range.Contains(-1).ShouldBeFalse();
        range.Contains(count).ShouldBeFalse();
        return new string([.. Enumerable.Range(0, count).Select(i => range.Contains(i) ? 'y' : 'n')]);
    }

    private static CompleteRange Of(string starts, double? from, double? until, double? data) => Of(starts, from, until, data, Hour);

    private static CompleteRange Of(string starts, double? from, double? until, double? data, IntervalLength? length)
    {
        var column = new ColumnBuilder();
        foreach (var start in starts.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            column.AddInstant(At(double.Parse(start, null)));
        }

        return CompleteRange.Of(new InstantColumn(column.Take()), length, At(from), At(until), At(data));
    }

    private static DateTimeOffset? At(double? hours) => hours is { } given ? Day.AddHours(given) : null;
}
