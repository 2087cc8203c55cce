using System.Text.RegularExpressions;

namespace Gateway.Sandbox.Http;

/// <summary>The endpoint of a path, or the error for it.</summary>
/// <param name="Item">The last segment of the path of a Radar endpoint that has one, such as a dimension.</param>
internal sealed partial record ApiRoute(
    SandboxEndpoint Endpoint, string? Zone = null, ErrorAnswer? Error = null, string? Item = null)
{
    private static readonly (string Prefix, SandboxEndpoint Endpoint)[] RadarItems =
    [
        ("/client/v4/radar/ct/timeseries_groups/", SandboxEndpoint.CtTimeseriesGroups),
        ("/client/v4/radar/ct/summary/", SandboxEndpoint.CtSummary),
        ("/client/v4/radar/ct/authorities/", SandboxEndpoint.CtAuthority),
        ("/client/v4/radar/ct/logs/", SandboxEndpoint.CtLog),
    ];

    /// <summary>Whether the endpoint is Radar's.</summary>
    public bool IsRadar => Endpoint is SandboxEndpoint.CtTimeseries or SandboxEndpoint.CtAuthorities or SandboxEndpoint.CtLogs
        || Array.Exists(RadarItems, one => one.Endpoint == Endpoint);

    [GeneratedRegex(
        @"^/client/v4/zones/(?:([0-9a-f]{32})|.*)/spectrum/(analytics/(?:events/(?:bytime|summary)|aggregate/current)|apps)\z",
        RegexOptions.Singleline)]
    private static partial Regex Spectrum();

    public static ApiRoute Match(string path)
    {
        if (path == "/client/v4/radar/ct/timeseries")
            return new(SandboxEndpoint.CtTimeseries);
        if (path == "/client/v4/radar/ct/authorities")
            return new(SandboxEndpoint.CtAuthorities);
        if (path == "/client/v4/radar/ct/logs")
            return new(SandboxEndpoint.CtLogs);
        foreach (var (prefix, radar) in RadarItems)
        {
            var item = path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : "";
            if (item.Length > 0 && !item.Contains('/'))
                return new(radar, Item: item);
        }

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
