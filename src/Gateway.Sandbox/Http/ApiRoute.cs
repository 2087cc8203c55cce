using System.Text.RegularExpressions;

namespace Gateway.Sandbox.Http;

/// <summary>The endpoint of a path, or the error for it.</summary>
internal sealed partial record ApiRoute(SandboxEndpoint Endpoint, string? Zone = null, ErrorAnswer? Error = null)
{
    [GeneratedRegex(@"^/client/v4/zones/(?:([0-9a-f]{32})|.*)/spectrum/analytics/events/bytime\z", RegexOptions.Singleline)]
    private static partial Regex Bytime();

    public static ApiRoute Match(string path)
    {
        if (path == "/client/v4/radar/ct/timeseries")
            return new(SandboxEndpoint.CtTimeseries);
        var bytime = Bytime().Match(path);
        return bytime.Groups[1].Success
            ? new(SandboxEndpoint.Bytime, bytime.Groups[1].Value)
            : new(bytime.Success ? SandboxEndpoint.Bytime : SandboxEndpoint.Other, Error: ErrorAnswer.NoRoute(path));
    }
}
