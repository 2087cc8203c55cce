namespace Gateway.Hosting;

/// <summary>What the host has to say. Ids 1 to 99.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(1, LogLevel.Information, "Shutting down: not ready any more, answering for another {Period}")]
    public static partial void Draining(ILogger logger, TimeSpan period);

    [LoggerMessage(2, LogLevel.Warning,
        "Cloudflare is NOT asked: all data is made up by the sandbox at {Address}. Set Cloudflare:BaseUrl to https://api.cloudflare.com/client/v4 for real data")]
    public static partial void SandboxInUse(ILogger logger, string address);

    [LoggerMessage(3, LogLevel.Error, "A request failed unexpectedly; its answer says trace id {TraceId}")]
    public static partial void UnexpectedError(ILogger logger, Exception? exception, string traceId);
}
