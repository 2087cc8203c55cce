namespace Gateway.Sandbox.Spectrum;

/// <summary>The API's names of dimensions and metrics.</summary>
internal static class Terms
{
    public static string[] Dimensions { get; } = ["event", "appID", "coloName", "ipVersion"];

    public static string[] Metrics { get; } =
        ["count", "bytesIngress", "bytesEgress", "durationAvg", "durationMedian", "duration90th", "duration99th"];
}
