using System.Text.Json;
using Gateway.Columns;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Upstream;

namespace Gateway.Spectrum;

/// <summary>What to try after Cloudflare refused the times of a request.</summary>
internal static class SpectrumAdvice
{
    /// <param name="failure">The failure of the request.</param>
    /// <param name="request">The request.</param>
    /// <param name="askedAt">The time of the call.</param>
    public static Failure Advise(this Failure failure, SpectrumEventsRequest request, DateTimeOffset askedAt) =>
        TimeRefusals.Find(failure) switch
        {
            TimeRefusal.IntervalTooFine when request is SpectrumBytimeRequest { TimeDelta: > SpectrumTimeDelta.Year } =>
                failure with { Argument = "timeDelta", Suggestion = Name(request.TimeDelta - 1) },
            TimeRefusal.WindowTooLong when request.Window is { Minutes: > 1 and var minutes } =>
                failure with { Argument = "window", Suggestion = WindowSyntax.Text(minutes / 2) },
            TimeRefusal.WindowTooLong when request.Window is null && Half(request.DatesAt(askedAt), askedAt) is { } since =>
                failure with { Argument = "since", Suggestion = since },
            _ => failure,
        };

    private static string Name(SpectrumTimeDelta delta) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(delta.ToString());

    /// <summary>The start of the window's second half, in whole seconds; null for a window that has no shorter one.</summary>
    private static string? Half((DateTimeOffset? Since, DateTimeOffset? Until) dates, DateTimeOffset askedAt)
    {
        var end = dates.Until ?? askedAt;
        var start = dates.Since ?? end - SpectrumEventsRequest.DefaultWindow;
        var half = end - ((end - start) / 2);
        half = half.AddTicks(-(half.Ticks % TimeSpan.TicksPerSecond));
        return half > start ? InstantText.Of(half) : null;
    }
}
