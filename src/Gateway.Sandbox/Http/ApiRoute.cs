using System.Buffers;

namespace Gateway.Sandbox.Http;

/// <summary>Where a path leads, or the error that it gets.</summary>
internal sealed record ApiRoute(SandboxEndpoint Endpoint, string? Zone = null, ErrorAnswer? Error = null)
{
    private const string Root = "/client/v4";
    private const string ZonePrefix = Root + "/zones/";
    private const string BytimeSuffix = "/spectrum/analytics/events/bytime";
    private const string CtTimeseriesPath = Root + "/radar/ct/timeseries";
    private const int ZoneLength = 32;

    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");
    private static readonly ApiRoute CtTimeseries = new(SandboxEndpoint.CtTimeseries);

    public static ApiRoute Match(string path)
    {
        if (path == CtTimeseriesPath)
            return CtTimeseries;
        if (!path.StartsWith(ZonePrefix, StringComparison.Ordinal) || !path.EndsWith(BytimeSuffix, StringComparison.Ordinal)
            || path.Length < ZonePrefix.Length + BytimeSuffix.Length)
            return new(SandboxEndpoint.Other, Error: ErrorAnswer.NoRoute(path));

        var zone = path[ZonePrefix.Length..^BytimeSuffix.Length];
        return zone.Length == ZoneLength && !zone.AsSpan().ContainsAnyExcept(LowerHex)
            ? new(SandboxEndpoint.Bytime, zone)
            : new(SandboxEndpoint.Bytime, Error: ErrorAnswer.NoRoute(path));
    }
}
