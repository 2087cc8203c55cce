using System.Text.RegularExpressions;

namespace Gateway.Sandbox.Http;

/// <summary>The endpoint of a path, or the error for it.</summary>
internal sealed partial record ApiRoute(SandboxEndpoint Endpoint, string? Zone = null, ErrorAnswer? Error = null)
{
    [GeneratedRegex(
        @"^/client/v4/zones/(?:([0-9a-f]{32})|.*)/spectrum/(analytics/(?:events/(?:bytime|summary)|aggregate/current)|apps)\z",
        RegexOptions.Singleline)]
    private static partial Regex Spectrum();

    public static ApiRoute Match(string path)
    {
        if (path == "/client/v4/radar/ct/timeseries")
            return new(SandboxEndpoint.CtTimeseries);
        var spectrum = Spectrum().Match(path);
        var endpoint = spectrum.Groups[2].Value switch
        {
            "analytics/events/bytime" => SandboxEndpoint.Bytime,
            "analytics/events/summary" => SandboxEndpoint.SpectrumSummary,
            "analytics/aggregate/current" => SandboxEndpoint.SpectrumCurrent,
            "apps" => SandboxEndpoint.SpectrumApps,
            _ => SandboxEndpoint.Other,
        };
        return spectrum.Groups[1].Success
            ? new(endpoint, spectrum.Groups[1].Value)
            : new(endpoint, Error: ErrorAnswer.NoRoute(path));
    }
}
