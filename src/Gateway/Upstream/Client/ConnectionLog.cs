using Gateway.Time;
using Microsoft.Extensions.Options;

namespace Gateway.Upstream.Client;

/// <summary>Logs connections that fail, each kind at most once a second.</summary>
internal sealed partial class ConnectionLog(IOptions<CloudflareOptions> options, TimeProvider time, ILogger<CloudflareClient> logger)
{
    private readonly LogThrottle<ConnectionFault> _throttle = new(TimeSpan.FromSeconds(1), time);
    private readonly string _host = HostOf(options.Value);

    public void Add(Exception exception)
    {
        var fault = ConnectionFaults.Of(exception);
        if (_throttle.TryPass(fault, out var suppressed))
        {
            LogFailed(logger, _host, fault, suppressed);
        }
    }

    private static string HostOf(CloudflareOptions options)
    {
        var (target, hop) = (new Uri(options.BaseUrl), CloudflareProxy.NextHop(options));
        return hop == target ? target.Authority : $"{target.Authority} through the proxy {hop.Authority}";
    }

    [LoggerMessage(1002, LogLevel.Warning,
        "No connection to {Host}: {Fault} ({Suppressed} more failures of this kind since this was last logged)")]
    private static partial void LogFailed(ILogger logger, string host, ConnectionFault fault, long suppressed);
}
