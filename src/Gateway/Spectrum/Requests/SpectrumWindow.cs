using Gateway.Spectrum.Inputs;
using Gateway.Upstream;
using static Gateway.Time.Instants;

namespace Gateway.Spectrum.Requests;

/// <summary>
/// A window relative to now, as asked for. It holds no instant: it is resolved for each call, so that everybody who asks for the same
/// window asks the same question. Different notations of a length are equal.
/// </summary>
/// <param name="TimeDelta">The interval, at whose start the window begins.</param>
/// <param name="Minutes">The length.</param>
/// <param name="ShiftMinutes">How much earlier than now the window ends; null for a window up to now.</param>
internal sealed record SpectrumWindow(SpectrumTimeDelta TimeDelta, int Minutes, int? ShiftMinutes)
{
    private TimeSpan Length => TimeSpan.FromMinutes(Minutes);

    private TimeSpan Shift => TimeSpan.FromMinutes(ShiftMinutes ?? 0);

    /// <summary>
    /// Whether the window is the running interval. The shortest interval decides, so that each window of 30 days has them, in a month of 31
    /// days too.
    /// </summary>
    private bool IsRunningInterval => Length < TimeDelta.Shortest();

    /// <summary>Reads the window of arguments that have <c>window</c> or <c>shift</c>.</summary>
    public static Result<SpectrumWindow> Create(SpectrumEventsArguments arguments)
    {
        var delta = arguments.TimeDelta;
        if (arguments.Window is not { } window)
        {
            return Failure.BadInput("shift", "`shift` moves a `window`. Give both, such as `window: \"7d\", shift: \"7d\"`.");
        }

        if (arguments is not { Since: null, Until: null })
        {
            return Failure.BadInput("window", "Give `window`, or `since` and `until`, not both.");
        }

        if (Read(window, delta) is not { } minutes)
        {
            return WindowSyntax.Refuse("window", delta);
        }

        int? shiftMinutes = null;
        if (arguments.Shift is { } shift && (shiftMinutes = Read(shift, delta)) is null)
        {
            return WindowSyntax.Refuse("shift", delta);
        }

        return new SpectrumWindow(delta, minutes, shiftMinutes);
    }

    /// <summary>
    /// The dates of a call at this time. A window up to now has no end, because Cloudflare's default is now. A shifted one ends with the
    /// interval in which it would end now, once this interval is over.
    /// </summary>
    public (DateTimeOffset Since, DateTimeOffset? Until) At(DateTimeOffset now)
    {
        var last = now - Shift;
        var since = TimeDelta.Floor(IsRunningInterval ? last : last - Length);
        return (since, ShiftMinutes is not null && TimeDelta.Next(last) is var end && end <= now ? end : null);
    }

    /// <summary>The first instant after this one at which a call has other dates, or another interval is the last one.</summary>
    public DateTimeOffset TurnAfter(DateTimeOffset now)
    {
        var last = now - Shift;
        var end = TimeDelta.Next(last);
        var turn = end + Shift;
        if (!IsRunningInterval)
        {
            turn = Earlier(turn, TimeDelta.Next(last - Length) + Length + Shift);
        }

        // The last interval of a window with a small shift is not over yet. When it is, the window has an end.
        return end > now ? Earlier(turn, end) : turn;
    }

    private static int? Read(string text, SpectrumTimeDelta delta) =>
        WindowSyntax.Minutes(text) is { } minutes && minutes <= WindowSyntax.MostDaysOf(delta) * (24 * 60L) ? (int)minutes : null;
}
