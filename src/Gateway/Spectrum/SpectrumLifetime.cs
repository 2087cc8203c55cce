using Gateway.Caching;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;

namespace Gateway.Spectrum;

/// <summary>The lifetime of a response. The shorter its intervals, the sooner the last one changes.</summary>
internal static class SpectrumLifetime
{
    // Cloudflare still receives events of the last minutes, even if it reports a smaller lag.
    private static readonly TimeSpan LeastSettling = TimeSpan.FromMinutes(10);

    private static readonly Lifetime Settled = new(TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24));

    /// <summary>A window is settled if it ended so long ago that no further events are expected.</summary>
    public static Lifetime Of(SpectrumEventsRequest request, SpectrumResponse response)
    {
        var (length, open) = Interval(request.TimeDelta);
        var age = response.AskedAt - request.DatesAt(response.AskedAt).Until;
        var isSettled = response.Data.DataLag is >= 0 and < 1e9 and var lag && age >= LeastSettling
            && age >= length + TimeSpan.FromSeconds(lag);
        return (isSettled ? Settled : open) with { Turn = TurnOf(request, response, open) };
    }

    /// <summary>
    /// When the window moves on. From then on even a settled response is used for no longer than an open one: it has lost its place, and
    /// after hours it would be many intervals behind.
    /// </summary>
    private static Turn? TurnOf(SpectrumEventsRequest request, SpectrumResponse response, Lifetime open) =>
        request.Window?.TurnAfter(response.AskedAt) is { } turn
            ? new Turn(turn - response.ReceivedAt, open.WhileRevalidating, open.IfError)
            : null;

    private static (TimeSpan Length, Lifetime Open) Interval(SpectrumTimeDelta delta) => delta switch
    {
        SpectrumTimeDelta.Minute => (TimeSpan.FromMinutes(1), Seconds(15, 30, 15 * 60)),
        SpectrumTimeDelta.Dekaminute => (TimeSpan.FromMinutes(10), Seconds(60, 120, 30 * 60)),
        SpectrumTimeDelta.Hour => (TimeSpan.FromHours(1), Seconds(120, 5 * 60, 60 * 60)),
        SpectrumTimeDelta.Day => (TimeSpan.FromDays(1), Seconds(300, 15 * 60, 6 * 60 * 60)),
        SpectrumTimeDelta.Week => (TimeSpan.FromDays(7), Seconds(300, 15 * 60, 6 * 60 * 60)),
        SpectrumTimeDelta.Month => (TimeSpan.FromDays(31), Seconds(900, 30 * 60, 24 * 60 * 60)),
        SpectrumTimeDelta.Quarter => (TimeSpan.FromDays(92), Seconds(900, 30 * 60, 24 * 60 * 60)),
        _ => (TimeSpan.FromDays(366), Seconds(900, 30 * 60, 24 * 60 * 60)),
    };

    private static Lifetime Seconds(int fresh, int whileRevalidating, int ifError) =>
        new(TimeSpan.FromSeconds(fresh), TimeSpan.FromSeconds(whileRevalidating), TimeSpan.FromSeconds(ifError));
}
