namespace Gateway.Telemetry;

/// <summary>Log messages of telemetry. Event ids 400 to 499.</summary>
internal static partial class TelemetryLog
{
    [LoggerMessage(400, LogLevel.Information, "Metrics for Prometheus: {Address}")]
    public static partial void Serving(ILogger logger, string address);
}
