namespace Gateway.Hosting;

/// <summary>Log messages of the host. Event ids 1 to 99.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(1, LogLevel.Information, "Shutting down: no longer ready, answering requests for another {Period}")]
    public static partial void Draining(ILogger logger, TimeSpan period);

    [LoggerMessage(2, LogLevel.Warning,
        "Cloudflare is not called: the sandbox at {Address} makes up all data, for the token {SandboxToken} and any other. "
        + "Set Cloudflare:BaseUrl to https://api.cloudflare.com/client/v4 for real data")]
    public static partial void SandboxInUse(ILogger logger, string address, string sandboxToken);

    [LoggerMessage(3, LogLevel.Error, "A request failed unexpectedly; its answer says trace id {TraceId}")]
    public static partial void UnexpectedError(ILogger logger, Exception? exception, string traceId);

    [LoggerMessage(4, LogLevel.Information, "Serving {Addresses}; health: {Health}")]
    public static partial void Serving(ILogger logger, string addresses, string health);

    [LoggerMessage(5, LogLevel.Information, "Warmed up: the queries of {Features} features were rehearsed")]
    public static partial void Rehearsed(ILogger logger, int features);

    [LoggerMessage(6, LogLevel.Warning, "A query of the warm-up failed, so first requests take longer: {Error}")]
    public static partial void RehearsalFailed(ILogger logger, string error);

    [LoggerMessage(7, LogLevel.Information, "IDE: {Address}")]
    public static partial void Ide(ILogger logger, string address);

    [LoggerMessage(8, LogLevel.Information, "Charts of all fields: {Address}")]
    public static partial void Page(ILogger logger, string address);
}
