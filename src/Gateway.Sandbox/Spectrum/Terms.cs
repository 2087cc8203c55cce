using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Spectrum;

internal enum TimeDelta
{
    Year,
    Quarter,
    Month,
    Week,
    Day,
    Hour,
    Dekaminute,
    Minute,
}

internal enum Dimension
{
    Event,
    AppId,
    ColoName,
    IpVersion,
}

internal enum Metric
{
    Count,
    BytesIngress,
    BytesEgress,
    DurationAvg,
    DurationMedian,
    Duration90th,
    Duration99th,
}

/// <summary>The words of the API.</summary>
internal static class Terms
{
    public static Vocabulary<TimeDelta> TimeDeltas { get; } = new();

    public static Vocabulary<Dimension> Dimensions { get; } = new("event", "appID", "coloName", "ipVersion");

    public static Vocabulary<Metric> Metrics { get; } = new();
}
