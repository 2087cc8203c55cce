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
    /// <param name="start">The start of the window that was asked for.</param>
    /// <param name="end">Its end.</param>
    public static Failure Advise(this Failure failure, SpectrumBytimeRequest request, DateTimeOffset start, DateTimeOffset end) =>
        TimeRefusals.Find(failure) switch
        {
            TimeRefusal.IntervalTooFine when request.TimeDelta > SpectrumTimeDelta.Year =>
                failure with { Argument = "timeDelta", Suggestion = Name(request.TimeDelta - 1) },
            TimeRefusal.WindowTooLong when Half(start, end) is { } since => failure with { Argument = "since", Suggestion = since },
            _ => failure,
        };

    private static string Name(SpectrumTimeDelta delta) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(delta.ToString());

    /// <summary>The start of the window's second half, in whole seconds; null for a window that has no shorter one.</summary>
    private static string? Half(DateTimeOffset start, DateTimeOffset end)
    {
        var half = end - ((end - start) / 2);
        half = half.AddTicks(-(half.Ticks % TimeSpan.TicksPerSecond));
        return half > start ? half.UtcDateTime.ToString(InstantText.Format, CultureInfo.InvariantCulture) : null;
    }
}
