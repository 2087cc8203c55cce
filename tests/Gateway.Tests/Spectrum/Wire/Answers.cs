using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Spectrum.Wire;
using Gateway.Tests.Upstream.Json;

namespace Gateway.Tests.Spectrum.Wire;

/// <summary>Reads responses like the gateway.</summary>
internal static class Answers
{
    /// <summary>The time of the calls, if a test names no other.</summary>
    public static readonly DateTimeOffset AskedAt = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static SpectrumData Read(
        string result, SpectrumEventsArguments? arguments = null, int size = int.MaxValue, DateTimeOffset? askedAt = null) =>
        Reading.Read(Reader(arguments, askedAt), result, size);

    public static SpectrumEventsReader Reader(SpectrumEventsArguments? arguments = null, DateTimeOffset? askedAt = null)
    {
        var request = Requests.Create(arguments ?? Requests.Least);
        var at = askedAt ?? AskedAt;
        var call = request.CallAt(at);
        return new SpectrumEventsReader(request, call.Since, call.Until ?? at, at);
    }
}
