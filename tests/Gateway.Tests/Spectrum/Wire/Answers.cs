using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Spectrum.Wire;
using Gateway.Tests.Upstream.Json;

namespace Gateway.Tests.Spectrum.Wire;

/// <summary>Reads responses like the gateway.</summary>
internal static class Answers
{
    public static SpectrumData Read(string result, SpectrumBytimeArguments? arguments = null, int size = int.MaxValue) =>
        Reading.Read(new SpectrumBytimeReader(Requests.Create(arguments ?? Requests.Least)), result, size);
}
