using System.Text.Json;
using Gateway.Spectrum;
using Gateway.Spectrum.Wire;

namespace Gateway.Tests.Spectrum.Wire;

/// <summary>Reads answers as the gateway does.</summary>
internal static class Answers
{
    public static SpectrumData Read(string result, SpectrumBytimeArguments? arguments = null) =>
        BytimeReader.Read(JsonSerializer.Deserialize(result, BytimeJson.Default.BytimeResult)!, Requests.Create(arguments ?? Requests.Least));
}
