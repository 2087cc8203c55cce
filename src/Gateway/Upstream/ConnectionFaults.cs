using System.Net.Sockets;

namespace Gateway.Upstream;

/// <summary>
/// Classifies the exceptions of a connection, and says them in a sentence. Their own texts are not told: they can hold anything.
/// </summary>
internal static class ConnectionFaults
{
    public static ConnectionFault Of(Exception exception)
    {
        if (exception is HttpRequestException request && Of(request) is { } known)
        {
            return known;
        }

        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException socket && Of(socket.SocketErrorCode) is { } fault)
            {
                return fault;
            }
        }

        return exception is IOException or HttpRequestException
        {
            HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.HttpProtocolError or HttpRequestError.InvalidResponse,
        }
            ? ConnectionFault.Reset
            : ConnectionFault.Other;
    }

    /// <summary>The fault in a sentence that names the host.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="target">The address of the API.</param>
    /// <param name="hop">The proxy on the way there, or the same address.</param>
    public static string Describe(this ConnectionFault fault, Uri target, Uri hop)
    {
        var host = $"{target.Host}:{target.Port}";
        var first = hop == target ? host : $"the proxy {hop.Host}:{hop.Port} on the way to {host}";
        return fault switch
        {
            ConnectionFault.Dns => $"the name {hop.Host} could not be resolved (DNS)",
            ConnectionFault.Refused => $"{first} refused the connection",
            ConnectionFault.Unreachable => $"there is no route to {first}",
            ConnectionFault.Timeout => $"the connection to {first} did not open in time",
            ConnectionFault.Tls => $"TLS with {host} failed: check the certificate, the names in it and who issued it",
            ConnectionFault.Proxy => $"{first} did not connect: check what it permits, and the user and password in its address",
            ConnectionFault.Reset => $"the connection to {host} broke before the answer was complete",
            _ => $"the connection to {host} failed",
        };
    }

    private static ConnectionFault? Of(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => ConnectionFault.Dns,
        HttpRequestError.SecureConnectionError => ConnectionFault.Tls,
        HttpRequestError.ProxyTunnelError => ConnectionFault.Proxy,
        HttpRequestError.ConnectionError when exception.InnerException is OperationCanceledException => ConnectionFault.Timeout,
        _ => null,
    };

    private static ConnectionFault? Of(SocketError error) => error switch
    {
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery => ConnectionFault.Dns,
        SocketError.ConnectionRefused => ConnectionFault.Refused,
        SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown or SocketError.HostDown =>
            ConnectionFault.Unreachable,
        SocketError.TimedOut => ConnectionFault.Timeout,
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => ConnectionFault.Reset,
        _ => null,
    };
}
