using System.Globalization;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using static Gateway.Tests.Spectrum.Requests;

namespace Gateway.Tests.Spectrum;

public sealed class SpectrumWindowTests
{
    // A Friday.
    private static readonly DateTimeOffset Now = new(2026, 5, 15, 13, 37, 42, TimeSpan.Zero);

    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("1")]
    [InlineData("1y")]
    [InlineData("1M")]
    [InlineData("24H")]
    [InlineData("0h")]
    [InlineData("024h")]
    [InlineData("-24h")]
    [InlineData("+24h")]
    [InlineData("P1D")]
    [InlineData("PT24H")]
    [InlineData("24 h")]
    [InlineData(" 24h")]
    [InlineData("24h ")]
    [InlineData("24h\n")]
    [InlineData("24\0h")]
    [InlineData("2.5h")]
    [InlineData("1e3m")]
    [InlineData("1d12h")]
    [InlineData("٢٤h")]
    [InlineData("２４h")]
    [InlineData("527041m")]
    [InlineData("8785h")]
    [InlineData("367d")]
    [InlineData("53w")]
    [InlineData("2147483647w")]
    [InlineData("4294967297m")]
    [InlineData("99999999999999999999999999999999999999m")]
    public void Anything_but_a_window_is_told_the_form(string text)
    {
        const string Form = "has to be a number of minutes, hours, days or weeks, such as 30m, 24h, 7d or 4w, of at most 366 days for this `timeDelta`.";
        Refuse(Least with { Window = text }, "window").Message.ShouldBe("`window` " + Form);
        Refuse(Least with { Window = "1d", Shift = text }, "shift").Message.ShouldBe("`shift` " + Form);
    }

    [Theory]
    [InlineData("527040m")]
    [InlineData("8784h")]
    [InlineData("366d")]
    [InlineData("52w")]
    [InlineData("1m")]
    public void A_window_and_its_shift_are_at_most_366_days(string text) => Create(Least with { Window = text, Shift = text });

    [Theory]
    [InlineData(SpectrumTimeDelta.Month, "367d", false)]
    [InlineData(SpectrumTimeDelta.Quarter, "1827d", true)]
    [InlineData(SpectrumTimeDelta.Year, "261w", true)]
    [InlineData(SpectrumTimeDelta.Quarter, "1828d", false)]
    [InlineData(SpectrumTimeDelta.Year, "43849h", false)]
    public void Quarters_and_years_have_five_years(SpectrumTimeDelta delta, string text, bool isTaken)
    {
        var arguments = new SpectrumEventsArguments(Zone, delta) { Window = text };
        if (isTaken)
        {
            Create(arguments with { Shift = text });
            return;
        }

        var most = delta is SpectrumTimeDelta.Month ? "366" : "1827";
        Refuse(arguments, "window").Message.ShouldContain($"at most {most} days");
        Refuse(arguments with { Window = "1w", Shift = text }, "shift").Message.ShouldContain($"at most {most} days");
    }

    [Fact]
    public void A_window_has_no_dates_beside_it()
    {
        Refuse(Least with { Window = "1d", Since = Now }, "window").Message.ShouldBe("Give `window`, or `since` and `until`, not both.");
        Refuse(Least with { Window = "1d", Until = Now }, "window");
        Refuse(Least with { Window = "1d", Shift = "7d", Since = Now, Until = Now.AddDays(1) }, "window");
    }

    [Fact]
    public void A_shift_moves_a_window_and_nothing_else()
    {
        Refuse(Least with { Shift = "7d" }, "shift").Message.ShouldBe("`shift` moves a `window`. Give both, such as `window: \"7d\", shift: \"7d\"`.");
        Refuse(Least with { Shift = "7d", Since = Now }, "shift");
    }

    [Theory]
    [InlineData(SpectrumTimeDelta.Minute, "30m", null, "2026-05-15T13:07:00Z", null, "2026-05-15T13:38:00Z")]
    [InlineData(SpectrumTimeDelta.Dekaminute, "1h", null, "2026-05-15T12:30:00Z", null, "2026-05-15T13:40:00Z")]
    [InlineData(SpectrumTimeDelta.Hour, "24h", null, "2026-05-14T13:00:00Z", null, "2026-05-15T14:00:00Z")]
    [InlineData(SpectrumTimeDelta.Day, "7d", null, "2026-05-08T00:00:00Z", null, "2026-05-16T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Week, "4w", null, "2026-04-13T00:00:00Z", null, "2026-05-18T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Month, "366d", null, "2025-05-01T00:00:00Z", null, "2026-06-01T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Quarter, "1827d", null, "2021-04-01T00:00:00Z", null, "2026-07-01T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Year, "1827d", null, "2021-01-01T00:00:00Z", null, "2027-01-01T00:00:00Z")]

    // Not a multiple of the interval: the start moves on its own, here at 13:45 and on Saturday at noon.
    [InlineData(SpectrumTimeDelta.Hour, "105m", null, "2026-05-15T11:00:00Z", null, "2026-05-15T13:45:00Z")]
    [InlineData(SpectrumTimeDelta.Week, "12d", null, "2026-04-27T00:00:00Z", null, "2026-05-16T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Month, "30d", null, "2026-04-01T00:00:00Z", null, "2026-05-31T00:00:00Z")]

    // Shorter than an interval: the running one.
    [InlineData(SpectrumTimeDelta.Hour, "59m", null, "2026-05-15T13:00:00Z", null, "2026-05-15T14:00:00Z")]
    [InlineData(SpectrumTimeDelta.Day, "1m", null, "2026-05-15T00:00:00Z", null, "2026-05-16T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Week, "6d", null, "2026-05-11T00:00:00Z", null, "2026-05-18T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Month, "27d", null, "2026-05-01T00:00:00Z", null, "2026-06-01T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Quarter, "89d", null, "2026-04-01T00:00:00Z", null, "2026-07-01T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Year, "364d", null, "2026-01-01T00:00:00Z", null, "2027-01-01T00:00:00Z")]

    // Shifted: as many intervals, closed.
    [InlineData(SpectrumTimeDelta.Hour, "24h", "7d", "2026-05-07T13:00:00Z", "2026-05-08T14:00:00Z", "2026-05-15T14:00:00Z")]
    [InlineData(SpectrumTimeDelta.Day, "7d", "7d", "2026-05-01T00:00:00Z", "2026-05-09T00:00:00Z", "2026-05-16T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Day, "1h", "1d", "2026-05-14T00:00:00Z", "2026-05-15T00:00:00Z", "2026-05-16T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Month, "60d", "52w", "2025-03-01T00:00:00Z", "2025-06-01T00:00:00Z", "2026-05-30T00:00:00Z")]
    [InlineData(SpectrumTimeDelta.Hour, "24h", "40m", "2026-05-14T12:00:00Z", "2026-05-15T13:00:00Z", "2026-05-15T13:40:00Z")]

    // The last interval of the shifted window is not over yet.
    [InlineData(SpectrumTimeDelta.Hour, "24h", "30m", "2026-05-14T13:00:00Z", null, "2026-05-15T14:00:00Z")]
    [InlineData(SpectrumTimeDelta.Day, "7d", "6h", "2026-05-08T00:00:00Z", null, "2026-05-16T00:00:00Z")]
    public void A_window_begins_with_an_interval_and_moves_with_the_next(
        SpectrumTimeDelta delta, string window, string? shift, string since, string? until, string turn)
    {
        var request = Create(new SpectrumEventsArguments(Zone, delta) { Window = window, Shift = shift });

        var call = request.CallAt(Now);
        call.Since.ShouldBe(Instant(since));
        call.Until.ShouldBe(until is null ? null : Instant(until));
        call.PathAndQuery.ShouldEndWith(
            $"&metrics=count&since={Escaped(since)}{(until is null ? "" : $"&until={Escaped(until)}")}", customMessage: call.PathAndQuery);
        request.Window!.TurnAfter(Now).ShouldBe(Instant(turn));
    }

    [Fact]
    public void A_window_of_thirty_days_has_them_in_a_month_of_31()
    {
        var window = Create(new SpectrumEventsArguments(Zone, SpectrumTimeDelta.Month) { Window = "30d" }).Window!;
        window.At(Instant("2026-05-01T00:00:00Z")).Since.ShouldBe(Instant("2026-04-01T00:00:00Z"));
        window.At(Instant("2026-05-30T23:59:59Z")).Since.ShouldBe(Instant("2026-04-01T00:00:00Z"));
        window.At(Instant("2026-05-31T00:00:00Z")).Since.ShouldBe(Instant("2026-05-01T00:00:00Z"));
        window.At(Instant("2026-03-01T00:00:00Z")).Since.ShouldBe(Instant("2026-01-01T00:00:00Z"));
    }

    public static MatrixTheoryData<SpectrumTimeDelta, string, string?> Windows => new(
        Enum.GetValues<SpectrumTimeDelta>(),
        ["1m", "25m", "1h", "100m", "24h", "30h", "5d", "7d", "30d", "366d"],
        [null, "1m", "45m", "1h", "1d", "7d", "30d", "366d"]);

    /// <summary>Follows each window from turn to turn, and looks at the times between two of them.</summary>
    [Theory]
    [MemberData(nameof(Windows))]
    public void Between_two_turns_each_call_has_the_same_dates(SpectrumTimeDelta delta, string length, string? shift)
    {
        var window = Create(new SpectrumEventsArguments(Zone, delta) { Window = length, Shift = shift }).Window!;
        var now = Instant("2027-12-30T23:17:42.1234567Z");
        for (var i = 0; i < 20; i++)
        {
            var turn = window.TurnAfter(now);
            turn.ShouldBeGreaterThan(now);
            var dates = window.At(now);
            for (var part = 1; part < 8; part++)
            {
                var between = now + ((turn - now) * part / 8);
                window.At(between).ShouldBe(dates);
                window.TurnAfter(between).ShouldBe(turn);
            }

            window.At(turn.AddTicks(-1)).ShouldBe(dates);
            window.TurnAfter(turn.AddTicks(-1)).ShouldBe(turn);

            // Where the dates stay, it is another interval that runs.
            (window.At(turn) != dates || delta.Floor(turn) == turn || (shift is not null && dates.Until is null)).ShouldBeTrue($"{now:O} {turn:O}");
            dates.Since.ShouldBe(delta.Floor(dates.Since));
            now = turn;
        }
    }

    [Fact]
    public void Notations_of_one_length_are_one_question()
    {
        var day = Create(Least with { Window = "24h", Shift = "7d" });
        foreach (var (window, shift) in new[] { ("1d", "1w"), ("1440m", "168h"), ("24h", "10080m") })
        {
            var same = Create(Least with { Window = window, Shift = shift });
            same.Key.ShouldBe(day.Key);
            same.CallAt(Now).ShouldBe(day.CallAt(Now));
        }

        Create(Least with { Window = "24h" }).Key.ShouldBe(Create(Least with { Window = "1d" }).Key);
    }

    [Fact]
    public void Every_other_question_has_another_key() =>
        new[]
        {
            Least,
            Least with { Window = "24h" },
            Least with { Window = "25h" },
            Least with { Window = "24h", Shift = "24h" },
            Least with { Window = "24h", Shift = "25h" },
            Least with { Window = "24h", Limit = 1 },
            Least with { Window = "24h", TimeDelta = SpectrumTimeDelta.Minute },

            // What the window stands for when this runs, or nearly.
            Least with { Since = Create(Least with { Window = "24h" }).CallAt(Now).Since },
        }.Select(arguments => Create(arguments).Key).ShouldBeUnique();

    [Fact]
    public void A_request_that_is_kept_asks_for_other_dates_after_a_turn()
    {
        var request = Create(Least with { Window = "24h" });
        var turn = request.Window!.TurnAfter(Now);
        request.CallAt(turn.AddTicks(-1)).Since.ShouldBe(Instant("2026-05-14T13:00:00Z"));
        request.CallAt(turn).Since.ShouldBe(Instant("2026-05-14T14:00:00Z"));
    }

    private static string Escaped(string instant) => Uri.EscapeDataString(instant);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
