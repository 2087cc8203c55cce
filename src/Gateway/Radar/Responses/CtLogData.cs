using Gateway.Columns;

namespace Gateway.Radar.Responses;

/// <summary>The data about one log, as cached and stored.</summary>
internal sealed record CtLogData(
    CtLog Log,
    double? AvgThroughput,
    DateTimeOffset? LastUpdate,
    CtLogPerformance? Performance,
    double? SubmittableCertCount,
    double? SubmittedCertCount,
    IReadOnlyList<CtLog> Related)
{
    public long Size => 200
        + Log.Size
        + (Performance?.Endpoints.Sum(static one => 72 + MemorySize.Of(one.Endpoint)) ?? 0)
        + Related.Sum(static one => one.Size);
}
