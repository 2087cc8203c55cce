using System.Globalization;
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
    /// <param name="now">The end of a window without <c>until</c>.</param>
    public static Failure Advise(this Failure failure, SpectrumBytimeRequest request, DateTimeOffset now) =>
        TimeRefusals.Find(failure) switch
        {
            TimeRefusal.IntervalTooFine when request.TimeDelta > SpectrumTimeDelta.Year =>
                failure with { Argument = "timeDelta", Suggestion = Name(request.TimeDelta - 1) },
            TimeRefusal.WindowTooLong when Half(request, now) is { } since => failure with { Argument = "since", Suggestion = since },
            _ => failure,
        };

    private static string Name(SpectrumTimeDelta delta) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(delta.ToString());

    /// <summary>The start of the window's second half, in whole seconds; null for a window that has no shorter one.</summary>
    private static string? Half(SpectrumBytimeRequest request, DateTimeOffset now)
    {
        var end = request.Until ?? now;
        var start = request.Since ?? end - SpectrumBytimeRequest.DefaultWindow;
        var half = end - ((end - start) / 2);
        half = half.AddTicks(-(half.Ticks % TimeSpan.TicksPerSecond));
        return half > start ? half.UtcDateTime.ToString(InstantText.Format, CultureInfo.InvariantCulture) : null;
    }
}
