using Gateway.Caching;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;

namespace Gateway.Spectrum;

/// <summary>How long a reply may be used: the shorter its intervals, the sooner its last one has changed.</summary>
internal static class SpectrumLifetime
{
    // Cloudflare still takes in events of the last minutes, whatever lag it states.
    private static readonly TimeSpan LeastSettling = TimeSpan.FromMinutes(10);

    private static readonly Lifetime Settled = new(TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24));

    public static Lifetime Of(SpectrumBytimeRequest request, SpectrumResponse reply) =>
        IsSettled(request, reply) ? Settled : Open(request.TimeDelta);

    /// <summary>Whether the window ends so long ago that nothing more is to come.</summary>
    private static bool IsSettled(SpectrumBytimeRequest request, SpectrumResponse reply)
    {
        if (request.Until is not { } until || !(reply.Data.DataLag is >= 0 and < 1e9))
        {
            return false;
        }

        var settling = TimeSpan.FromSeconds(reply.Data.DataLag) + Length(request.TimeDelta);
        return until <= reply.ReceivedAt - (settling > LeastSettling ? settling : LeastSettling);
    }

    private static Lifetime Open(SpectrumTimeDelta delta) => delta switch
    {
        SpectrumTimeDelta.Minute => Seconds(15, 30, 15 * 60),
        SpectrumTimeDelta.Dekaminute => Seconds(60, 120, 30 * 60),
        SpectrumTimeDelta.Hour => Seconds(120, 5 * 60, 60 * 60),
        SpectrumTimeDelta.Day or SpectrumTimeDelta.Week => Seconds(300, 15 * 60, 6 * 60 * 60),
        _ => Seconds(900, 30 * 60, 24 * 60 * 60),
    };

    private static Lifetime Seconds(int fresh, int whileRevalidating, int ifError) =>
        new(TimeSpan.FromSeconds(fresh), TimeSpan.FromSeconds(whileRevalidating), TimeSpan.FromSeconds(ifError));

    private static TimeSpan Length(SpectrumTimeDelta delta) => delta switch
    {
        SpectrumTimeDelta.Minute => TimeSpan.FromMinutes(1),
        SpectrumTimeDelta.Dekaminute => TimeSpan.FromMinutes(10),
        SpectrumTimeDelta.Hour => TimeSpan.FromHours(1),
        SpectrumTimeDelta.Day => TimeSpan.FromDays(1),
        SpectrumTimeDelta.Week => TimeSpan.FromDays(7),
        SpectrumTimeDelta.Month => TimeSpan.FromDays(31),
        SpectrumTimeDelta.Quarter => TimeSpan.FromDays(92),
        _ => TimeSpan.FromDays(366),
    };
}
